package dev.callautomation.camel.internal.security;

import java.util.Locale;
import java.util.Optional;

/**
 * The credentials of a request.
 *
 * @param authorization the header {@code Authorization}; may be {@code null}
 * @param query         the query of the address, percent-encoded; may be {@code null}
 */
public record DeliveryCredentials(String authorization, String query) {

    private static final String SCHEME = "bearer ";

    /** The token of the header, whose scheme may be written in any case (RFC 9110, section 11.1). */
    Optional<String> token() {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(authorization.substring(SCHEME.length()).trim())
                : Optional.empty();
    }

    /** Leaves all of it out: both parts may hold secrets. */
    @Override
    public String toString() {
        return "DeliveryCredentials[]";
    }
}
