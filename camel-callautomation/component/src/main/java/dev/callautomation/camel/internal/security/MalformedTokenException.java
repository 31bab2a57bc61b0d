package dev.callautomation.camel.internal.security;

/**
 * A text is no signed token of the kind that is accepted. Has no stack trace, which would cost an unauthenticated sender's
 * request more than all else.
 */
final class MalformedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason the end of a sentence about the request, with untrusted text escaped */
    MalformedTokenException(String reason) {
        super(reason, null, false, false);
    }
}
