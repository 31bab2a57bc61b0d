package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that authorizes requests.
 *
 * @param value   what is sent
 * @param refresh when to ask for the next one, while this one still serves
 * @param expires when it serves no more
 */
record BearerToken(String value, Instant refresh, Instant expires) {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    // a request must still be on its way with a valid token when the service looks at it
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A token to be renewed five minutes before it expires, or halfway if it lives shorter than ten. */
    static BearerToken of(String value, Instant now, Instant expires) {
        Duration half = Duration.between(now, expires).dividedBy(2);
        return new BearerToken(value, expires.minus(half.compareTo(AHEAD) < 0 ? half : AHEAD), expires);
    }

    boolean fresh(Instant now) {
        return now.isBefore(refresh);
    }

    boolean serves(Instant now) {
        return now.isBefore(expires.minus(MARGIN)) || fresh(now);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "BearerToken[expires=" + expires + "]";
    }
}
