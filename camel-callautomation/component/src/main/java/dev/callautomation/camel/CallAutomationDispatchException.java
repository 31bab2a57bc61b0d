package dev.callautomation.camel;

import org.apache.camel.CamelException;

/** A delivery that a route handed to {@code callautomation:dispatch} was not taken. */
public class CallAutomationDispatchException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    CallAutomationDispatchException(String message, boolean retryable) {
        super("callautomation:dispatch: " + message);
        this.retryable = retryable;
    }

    CallAutomationDispatchException(String message, Throwable cause) {
        super("callautomation:dispatch: " + message, cause);
        this.retryable = false;
    }

    /**
     * Whether the same delivery may be taken later: {@code false} if it is malformed or too long, {@code true} if events
     * were not handled, or cannot be taken now.
     */
    public boolean isRetryable() {
        return retryable;
    }
}
