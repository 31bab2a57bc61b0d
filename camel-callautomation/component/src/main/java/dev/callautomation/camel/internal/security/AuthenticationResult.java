package dev.callautomation.camel.internal.security;

/**
 * Result of the authentication and authorization of a request.
 *
 * @param status the HTTP status to refuse it with; 200 if it is trusted
 * @param reason reason of the refusal, for the log of the receiver; without secrets, and with untrusted text escaped
 */
public record AuthenticationResult(int status, String reason) {

    static final AuthenticationResult TRUSTED = new AuthenticationResult(200, "");

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    /** The sender is not authenticated. */
    static AuthenticationResult unauthorized(String reason) {
        return new AuthenticationResult(UNAUTHORIZED, reason);
    }

    /** The sender is authenticated, but not authorized, or the request is meant for another receiver. */
    static AuthenticationResult forbidden(String reason) {
        return new AuthenticationResult(FORBIDDEN, reason);
    }

    /** The sender cannot be authenticated now and should retry. */
    static AuthenticationResult unavailable(String reason) {
        return new AuthenticationResult(UNAVAILABLE, reason);
    }

    public boolean trusted() {
        return this == TRUSTED;
    }
}
