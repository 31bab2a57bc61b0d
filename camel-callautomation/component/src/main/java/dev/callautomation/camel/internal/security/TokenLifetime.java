package dev.callautomation.camel.internal.security;

import java.time.Instant;
import java.util.Date;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * The times of a token; each may be {@code null}.
 *
 * @param issued    when it was issued (iat)
 * @param notBefore from when on it is valid (nbf)
 * @param expires   until when it is valid (exp)
 */
record TokenLifetime(Instant issued, Instant notBefore, Instant expires) {

    static TokenLifetime of(JWTClaimsSet claims) {
        return new TokenLifetime(
                instant(claims.getIssueTime()),
                instant(claims.getNotBeforeTime()),
                instant(claims.getExpirationTime()));
    }

    /** The earlier one of the times from which on it is valid; {@code null} if it has none. */
    Instant start() {
        return issued == null || notBefore != null && notBefore.isBefore(issued) ? notBefore : issued;
    }

    /** Whether it ends before it begins. */
    boolean isReversed() {
        return issued != null && issued.isAfter(expires) || notBefore != null && notBefore.isAfter(expires);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
