package dev.callautomation.camel;

import java.io.Serializable;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The service refused the request of an operation, there was no usable response, or the request was not sent because the
 * maximum of pending operations is reached.
 */
public class CallAutomationRequestFailedException extends CallAutomationException {

    private static final long serialVersionUID = 1L;

    /** Maximum length of the excerpt of a response body, in characters. */
    private static final int MAX_EXCERPT = 1_000;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final @Nullable Response response;
    private final boolean retryable;

    /**
     * A response that refuses a request.
     *
     * @param statusCode the HTTP status
     * @param errorCode  the error code as sent, such as {@code 8522}; {@code null} if there is none
     * @param requestId  the id of the request for the support of the service; {@code null} if it is not known
     * @param retryAfter the value of the header Retry-After; {@code null} if there is none
     * @param body       the response body, cut off after 1,000 characters; empty if there is none
     */
    public record Response(
            int statusCode,
            @Nullable String errorCode,
            @Nullable String requestId,
            @Nullable Duration retryAfter,
            String body)
            implements Serializable {

        public Response {
            body = body.substring(0, Math.min(body.length(), MAX_EXCERPT));
        }
    }

    /**
     * The service refused the request.
     *
     * @param callConnectionId {@code null} if it is not known
     */
    public CallAutomationRequestFailedException(
            CallAutomationOperation operation, @Nullable String callConnectionId, Response response, String message) {
        super(operation, callConnectionId, subject(operation, callConnectionId) + " " + message, null);
        this.response = response;
        int status = response.statusCode();
        this.retryable = status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }

    /**
     * The request failed without a usable response.
     *
     * @param callConnectionId {@code null} if it is not known
     * @param retryable        whether the failure may be temporary, such as a network failure
     * @param cause            may be {@code null}
     */
    public CallAutomationRequestFailedException(
            CallAutomationOperation operation,
            @Nullable String callConnectionId,
            String message,
            boolean retryable,
            @Nullable Throwable cause) {
        super(operation, callConnectionId, subject(operation, callConnectionId) + " " + message, cause);
        this.response = null;
        this.retryable = retryable;
    }

    /** The HTTP status; 0 if there was no response. */
    public int getStatusCode() {
        return response == null ? 0 : response.statusCode();
    }

    /** The HTTP status; {@code null} if there was no response. */
    @Override
    public @Nullable Integer getCode() {
        return response == null ? null : Integer.valueOf(response.statusCode());
    }

    /** The error code as sent, such as {@code 8522}; {@code null} if there is none. */
    public @Nullable String getErrorCode() {
        return response == null ? null : response.errorCode();
    }

    /** The error code as a number, of the same table as the subcodes of events; {@code null} if it is not a number. */
    @Override
    public @Nullable Integer getSubCode() {
        String code = getErrorCode();
        return code != null && code.matches("\\d{1,9}") ? Integer.valueOf(code) : null;
    }

    /** The id of the request for the support of the service; {@code null} if there was no response. */
    public @Nullable String getRequestId() {
        return response == null ? null : response.requestId();
    }

    /** The value of the header Retry-After; {@code null} if there is none. */
    public @Nullable Duration getRetryAfter() {
        return response == null ? null : response.retryAfter();
    }

    /** The first 1,000 characters of the response body; empty if there is none. */
    public String getResponseBody() {
        return response == null ? "" : response.body();
    }

    /** {@code true} for the status 408, 429 and 5xx and for network failures. */
    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
