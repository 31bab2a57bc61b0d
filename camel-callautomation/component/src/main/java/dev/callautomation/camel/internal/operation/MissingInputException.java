package dev.callautomation.camel.internal.operation;

/** An operation has no value for an input that it requires. */
public final class MissingInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Input input;

    MissingInputException(String problem, Input input) {
        super(problem + "; " + input.hint());
        this.input = input;
    }

    /** Whether it is the URI that the service sends events to, which one setting of the component gives to all operations. */
    public boolean isCallbackUri() {
        return input.equals(Inputs.CALLBACK_URI);
    }
}
