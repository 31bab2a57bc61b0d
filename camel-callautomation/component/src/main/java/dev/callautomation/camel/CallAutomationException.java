package dev.callautomation.camel;

import org.apache.camel.CamelException;

import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.CallAutomationClient;
import dev.callautomation.camel.model.CommunicationError;
import dev.callautomation.camel.model.SubCodes;
import dev.callautomation.camel.operation.CallAutomationOperation;

/** The service refused an operation, or could not be reached. */
public class CallAutomationException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final CallAutomationOperation operation;
    private final int statusCode;
    private final String errorCode;
    private final String requestId;
    private final boolean retryable;

    /** The service could not be reached, or its answer not be read. */
    CallAutomationException(CallAutomationOperation operation, Throwable cause, IdentifierMask mask) {
        super(
                "callautomation:" + operation + " failed without a usable answer of the service: "
                        + cause.getClass().getSimpleName() + ": " + mask.in(cause.getMessage()),
                mask.cause(cause));
        this.operation = operation;
        this.statusCode = 0;
        this.errorCode = null;
        this.requestId = null;
        this.retryable = CallAutomationClient.isNetworkFailure(cause);
    }

    CallAutomationException(
            CallAutomationOperation operation, ApiResponse response, CommunicationError error, IdentifierMask mask) {
        super(mask.in(message(operation, response, error)));
        this.operation = operation;
        this.statusCode = response.status();
        this.errorCode = error.code();
        this.requestId = response.requestId();
        this.retryable = response.transientFailure();
    }

    private static String message(CallAutomationOperation operation, ApiResponse response, CommunicationError error) {
        StringBuilder message = new StringBuilder("callautomation:")
                .append(operation)
                .append(" was refused with HTTP status ")
                .append(response.status());
        if (error.code() != null) {
            message.append(", code ").append(error.code());
            String meaning = SubCodes.meaning(number(error.code()));
            if (meaning != null) {
                message.append(" (").append(meaning).append(')');
            }
        }
        if (error.message() != null) {
            message.append(": ").append(error.message());
        }
        if (response.attempts() > 1) {
            message.append(" [after ").append(response.attempts()).append(" attempts]");
        }
        return message.append(" [request ")
                .append(response.requestId())
                .append(']')
                .toString();
    }

    private static Integer number(String code) {
        return code != null && code.matches("\\d{1,9}") ? Integer.valueOf(code) : null;
    }

    /** What was tried. */
    public CallAutomationOperation getOperation() {
        return operation;
    }

    /** The HTTP status; 0 if there was no answer. */
    public int getStatusCode() {
        return statusCode;
    }

    /** The service's error code as sent, such as {@code 8522}; {@code null} if it sent none. */
    public String getErrorCode() {
        return errorCode;
    }

    /** The error code as a number, from the same table as the subcodes of events; {@code null} if it is none. */
    public Integer getSubCode() {
        return number(errorCode);
    }

    /** What the subcode means; {@code null} if that is not known. */
    public String getMeaning() {
        return SubCodes.meaning(getSubCode());
    }

    /** How the service names the request, for its support; {@code null} if there was no answer. */
    public String getRequestId() {
        return requestId;
    }

    /** Whether the same operation may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }
}
