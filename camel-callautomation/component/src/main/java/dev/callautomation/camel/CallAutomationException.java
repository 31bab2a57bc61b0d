package dev.callautomation.camel;

import org.apache.camel.CamelException;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.support.UntrustedText;
import dev.callautomation.camel.model.SubCodes;

/**
 * An operation did not succeed, or a delivery of events was not processed. Parent of all exceptions of this component, so
 * that one {@code doCatch} or {@code onException} handles every way in which a step on a call can fail:
 *
 * <ul>
 *   <li>{@link CallAutomationRequestFailedException}: the service refused the request, did not respond, or the request was not sent
 *   <li>{@link CallAutomationOperationFailedException}: an event reported the failure of an operation
 *   <li>{@link CallAutomationTimeoutException}: no event reported the completion of an operation in time
 *   <li>{@link CallAutomationStoppedException}: the component stopped while an operation was pending
 *   <li>{@link CallAutomationDeliveryException}: {@code callautomation:processEvents} did not process a delivery
 * </ul>
 *
 * <p>Invalid input of the route itself, such as an option out of range, is an {@link IllegalArgumentException} instead.
 */
public abstract class CallAutomationException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final @Nullable CallAutomationOperation operation;
    private final @Nullable String callConnectionId;

    /**
     * @param operation        {@code null} if no operation failed
     * @param callConnectionId {@code null} if it is not known
     * @param cause            may be {@code null}
     */
    protected CallAutomationException(
            @Nullable CallAutomationOperation operation,
            @Nullable String callConnectionId,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.callConnectionId = callConnectionId;
    }

    /** The beginning of a message: the operation as it is written in an endpoint URI, and its call. */
    static String subject(CallAutomationOperation operation, @Nullable String callConnectionId) {
        return CallAutomationConstants.SCHEME + ":" + operation
                + (callConnectionId == null ? "" : " on the call " + UntrustedText.escape(callConnectionId));
    }

    /** The operation that failed; {@code null} if the processing of a delivery failed. */
    public @Nullable CallAutomationOperation getOperation() {
        return operation;
    }

    /** The call connection; {@code null} if it is not known. */
    public @Nullable String getCallConnectionId() {
        return callConnectionId;
    }

    /** The code, in the manner of HTTP and SIP status codes; {@code null} if there is none. */
    public @Nullable Integer getCode() {
        return null;
    }

    /** The subcode, which is specific to the service; {@code null} if there is none. */
    public @Nullable Integer getSubCode() {
        return null;
    }

    /** The description of the subcode; {@code null} if it is not known. */
    public final @Nullable String getSubCodeDescription() {
        return SubCodes.description(getCode(), getSubCode());
    }

    /** Whether the same operation or delivery may succeed when it is repeated later. {@code false} by default. */
    public boolean isRetryable() {
        return false;
    }
}
