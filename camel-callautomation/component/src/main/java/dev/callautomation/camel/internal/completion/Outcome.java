package dev.callautomation.camel.internal.completion;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;

/**
 * The final result of a pending operation.
 *
 * @param event the event that completed it; {@code null} unless it succeeded or failed
 */
public record Outcome(Status status, ReceivedEvent event) {

    static final Outcome TIMED_OUT = new Outcome(Status.TIMED_OUT, null);
    static final Outcome STOPPED = new Outcome(Status.STOPPED, null);

    /**
     * Whether the event shows that the service has accepted the request. The end of the call may have nothing to do with it.
     *
     * @param operationId identifies the operation, as in the operation context of its request if that identifies it
     */
    public boolean showsAcceptance(String operationId) {
        return event != null
                && (status == Status.SUCCEEDED
                        || !EventCorrelation.endsCall(event.envelope())
                        || EventCorrelation.names(event, operationId));
    }

    /** The kinds of results. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        /** No event arrived in time. */
        TIMED_OUT,
        /** The component stopped before an event arrived. */
        STOPPED
    }
}
