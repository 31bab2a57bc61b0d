package dev.callautomation.camel.security;

/**
 * What becomes of a request.
 *
 * @param status the HTTP status to refuse it with; 200 if it is trusted
 * @param reason why it is refused, for the receiver's log; without secrets, and nothing that the sender wrote stands in
 *               it as it came
 */
public record Verdict(int status, String reason) {

    static final Verdict TRUSTED = new Verdict(200, "");

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    /** The sender did not prove who it is. */
    static Verdict unauthorized(String reason) {
        return new Verdict(UNAUTHORIZED, reason);
    }

    /** The sender proved who it is, but means somebody else, or may not do this. */
    static Verdict forbidden(String reason) {
        return new Verdict(FORBIDDEN, reason);
    }

    /** The sender cannot be checked now and should come again. */
    static Verdict later(String reason) {
        return new Verdict(UNAVAILABLE, reason);
    }

    public boolean trusted() {
        return this == TRUSTED;
    }
}
