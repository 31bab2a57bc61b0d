package dev.callautomation.camel.internal.security;

/** The configuration or the keys of an authority cannot be used. */
final class TokenRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
