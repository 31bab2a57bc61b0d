package dev.callautomation.camel.internal.security;

import java.util.List;
import java.util.Optional;

/**
 * The credentials of a request.
 *
 * @param authorization the values of the header {@code Authorization}, one for each time that it was sent
 * @param query         the query of the address, percent-encoded; may be {@code null}. No token is read from it.
 */
public record DeliveryCredentials(List<String> authorization, String query) {

    static final AuthenticationResult AMBIGUOUS =
            AuthenticationResult.refused(RefusalKind.NO_CREDENTIAL, "it has the header Authorization more than once");

    static final AuthenticationResult NO_TOKEN = AuthenticationResult.refused(
            RefusalKind.NO_CREDENTIAL, "it has no token: no header Authorization with the scheme Bearer");

    private static final String SCHEME = "bearer ";

    public DeliveryCredentials {
        authorization = List.copyOf(authorization);
    }

    /** Whether receivers may differ in which token they read. */
    boolean ambiguous() {
        return authorization.size() > 1;
    }

    /** The token of the header, whose scheme may be written in any case (RFC 9110, section 11.1). */
    Optional<String> token() {
        return authorization.stream()
                .findFirst()
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).trim());
    }

    /** Leaves all of it out: both parts may hold secrets. */
    @Override
    public String toString() {
        return "DeliveryCredentials[]";
    }
}
