package dev.callautomation.camel.client;

import java.time.Duration;

/**
 * What the service answered.
 *
 * @param status     the HTTP status
 * @param body       the bytes of the answer, possibly none
 * @param requestId  how the service names the request, for its support; may be {@code null}
 * @param retryAfter how long the service asks to wait; {@code null} if it does not
 * @param attempts   how often the request was sent, 1 or more
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
