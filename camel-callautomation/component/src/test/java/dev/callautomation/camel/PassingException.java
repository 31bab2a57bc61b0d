package dev.callautomation.camel;

/** Something that does not last, without a stack trace, because it is thrown often. */
final class PassingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PassingException() {
        super("not now", null, false, false);
    }
}
