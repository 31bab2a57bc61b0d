package dev.callautomation.camel;

import java.time.Duration;
import java.util.Set;

import dev.callautomation.camel.operation.CallAutomationOperation;

/** The service accepted an operation, and no event told in time how it ended. It may go on at the service. */
public class CallAutomationTimeoutException extends CallAutomationCompletionException {

    private static final long serialVersionUID = 1L;

    private final Duration timeout;
    private final boolean cancelled;

    /**
     * @param types     the events that were waited for
     * @param cancelled whether the service was asked to cancel the operation, and agreed
     */
    CallAutomationTimeoutException(
            CallAutomationOperation operation,
            String callConnectionId,
            Set<String> types,
            Duration timeout,
            boolean cancelled) {
        super(
                operation,
                callConnectionId,
                "was accepted, but within " + timeout + " came none of " + String.join(", ", types)
                        + (cancelled
                                ? "; it was cancelled"
                                : "; it may go on at the service. If events do come later, raise completionTimeout;"
                                        + " if none ever come, see whether callbackUri leads to this application"));
        this.timeout = timeout;
        this.cancelled = cancelled;
    }

    /** How long was waited. */
    public Duration getTimeout() {
        return timeout;
    }

    /** Whether the service was asked to cancel the operation, and agreed. */
    public boolean isCancelled() {
        return cancelled;
    }
}
