package dev.callautomation.camel.security;

/** What an authority says of itself cannot be used. */
final class UntrustworthyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntrustworthyException(String message, Throwable cause) {
        super(message, cause);
    }
}
