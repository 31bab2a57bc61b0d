package dev.callautomation.camel;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * No event reported the completion of an operation within {@code completionTimeout}, or the service did not even respond to the
 * request in that time. The operation may still be in progress at the service.
 */
public class CallAutomationTimeoutException extends CallAutomationException {

    private static final long serialVersionUID = 1L;

    private final Duration timeout;
    private final boolean canceled;

    /**
     * @param callConnectionId {@code null} if it is not known
     * @param eventTypes       types of the events, one of which would have completed the operation
     * @param timeout          the time that was waited
     * @param canceled         whether the service has accepted to cancel the operation
     */
    public CallAutomationTimeoutException(
            CallAutomationOperation operation,
            @Nullable String callConnectionId,
            Set<String> eventTypes,
            Duration timeout,
            boolean canceled) {
        this(operation, callConnectionId, eventTypes, timeout, true, canceled);
    }

    /**
     * @param callConnectionId {@code null} if it is not known
     * @param eventTypes       types of the events, one of which would have completed the operation
     * @param timeout          the time that was waited
     * @param accepted         whether the service has responded to the request
     * @param canceled         whether the service has accepted to cancel the operation
     */
    public CallAutomationTimeoutException(
            CallAutomationOperation operation,
            @Nullable String callConnectionId,
            Set<String> eventTypes,
            Duration timeout,
            boolean accepted,
            boolean canceled) {
        super(
                operation,
                callConnectionId,
                subject(operation, callConnectionId)
                        + (accepted ? " was accepted, but" : " was sent, but the service has not responded, and")
                        + " none of the events "
                        + String.join(", ", eventTypes) + " arrived within " + timeout
                        + (canceled
                                ? "; the operation was canceled"
                                : "; the operation may still be in progress at the service. If events arrive later, raise"
                                        + " completionTimeout; if none ever arrive, check that callbackUri leads to this"
                                        + " application"),
                null);
        this.timeout = timeout;
        this.canceled = canceled;
    }

    /** The time that was waited. */
    public Duration getTimeout() {
        return timeout;
    }

    /** Whether the service has accepted to cancel the operation. */
    public boolean isCanceled() {
        return canceled;
    }
}
