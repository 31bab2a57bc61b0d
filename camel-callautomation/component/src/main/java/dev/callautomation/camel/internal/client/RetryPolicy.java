package dev.callautomation.camel.internal.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When and how often a request is sent again: exponential back-off with jitter, or what the service asks for by
 * Retry-After.
 *
 * @param maxRetries how often a request is sent again at the most; 0 for never
 * @param delay      the first pause; each further one is twice as long
 * @param maxDelay   the longest pause; a request that the service wants to wait longer is given up
 */
public record RetryPolicy(int maxRetries, Duration delay, Duration maxDelay) {

    private static final int THROTTLED = 429;

    public RetryPolicy {
        if (maxRetries < 0 || delay.isNegative() || maxDelay.compareTo(delay) < 0) {
            throw new IllegalArgumentException("maxRetries must be 0 or more, retryDelay 0 or more and maxRetryDelay at"
                    + " least retryDelay, but they are " + maxRetries + ", " + delay.toMillis() + " ms and "
                    + maxDelay.toMillis() + " ms");
        }
    }

    /** How long to wait before the next attempt, or empty if the answer stands. */
    Optional<Duration> afterResponse(ApiRequest request, ApiResponse response) {
        // a throttled request was not executed, so it may always be repeated
        boolean repeatable = response.status() == THROTTLED || request.safeToRepeat();
        if (!response.transientFailure() || !repeatable || response.attempts() > maxRetries) {
            return Optional.empty();
        }
        boolean requested =
                response.retryAfter() != null && !response.retryAfter().isZero();
        Duration pause = requested ? response.retryAfter() : backOff(response.attempts());
        return pause.compareTo(maxDelay) > 0 ? Optional.empty() : Optional.of(pause);
    }

    /** How long to wait before the next attempt, or empty if the failure stands. */
    Optional<Duration> afterFailure(ApiRequest request, Throwable failure, int attempts) {
        // without a connection no request was sent
        boolean repeatable = failure instanceof ConnectException || request.safeToRepeat();
        return repeatable && attempts <= maxRetries ? Optional.of(backOff(attempts)) : Optional.empty();
    }

    private Duration backOff(int attempts) {
        return backOff(attempts, ThreadLocalRandom.current()::nextDouble);
    }

    /** Between half and all of delay * 2^(attempts - 1), bounded, so that many callers do not come back at once. */
    Duration backOff(int attempts, DoubleSupplier random) {
        double full = Math.min(delay.toMillis() * Math.pow(2, attempts - 1.0), maxDelay.toMillis());
        return Duration.ofMillis(Math.round(full * (0.5 + random.getAsDouble() / 2)));
    }
}
