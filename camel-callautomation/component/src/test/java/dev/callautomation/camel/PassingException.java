package dev.callautomation.camel;

/** Something that does not last, without the stack trace that nobody wants to see a thousand times. */
final class PassingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PassingException() {
        super("not now", null, false, false);
    }
}
