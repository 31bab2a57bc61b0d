package dev.callautomation.camel;

import org.jspecify.annotations.Nullable;

/** A delivery of events that a route sent to {@code callautomation:processEvents} was not processed. */
public class CallAutomationDeliveryException extends CallAutomationException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * @param retryable whether the same delivery may be processed later
     * @param cause     may be {@code null}
     */
    public CallAutomationDeliveryException(String message, boolean retryable, @Nullable Throwable cause) {
        super(null, null, "callautomation:processEvents: " + message, cause);
        this.retryable = retryable;
    }

    /**
     * {@code false} if the delivery is malformed or too large; {@code true} if events were not processed, or cannot be
     * accepted at present.
     */
    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
