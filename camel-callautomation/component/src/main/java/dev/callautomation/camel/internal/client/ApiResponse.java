package dev.callautomation.camel.internal.client;

import java.time.Duration;

/**
 * Response of the service.
 *
 * @param status     the HTTP status
 * @param body       the bytes of the body; may be empty
 * @param requestId  the id of the request at the service, for support; may be {@code null}
 * @param retryAfter the backoff that the service requests; {@code null} if none
 * @param attempts   the number of attempts, 1 or more
 */
public record ApiResponse(int status, byte[] body, String requestId, Duration retryAfter, int attempts) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later: a timeout, throttling or a failure of the service. */
    public boolean transientFailure() {
        return status == 408 || status == 429 || status >= 500;
    }
}
