package dev.callautomation.camel.internal.observation;

import java.util.function.IntSupplier;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Is told what happens in a component, on the thread where it happens, which may be an event loop. Implementations do not
 * block and do not throw. Durations are in nanoseconds.
 */
public interface Observations {

    /** For a component that is not observed. */
    Observations NONE = new Observations() {};

    /**
     * A request is sent again.
     *
     * @param status the HTTP status of the attempt before; 0 if it had no response
     */
    default void requestRetried(CallAutomationOperation operation, int status) {}

    /**
     * A request has ended, with all its attempts. An operation may need several requests.
     *
     * @param status the HTTP status; 0 if there was no response
     */
    default void requestEnded(CallAutomationOperation operation, int status, long duration) {}

    /** The service has accepted an operation. */
    default void operationAccepted(CallAutomationOperation operation) {}

    /**
     * An operation has ended.
     *
     * @param subCode  the subcode of the failure; {@code null} if there is none
     * @param duration from the request to the event that completed it or, if no event is awaited, to the response
     */
    default void operationEnded(
            CallAutomationOperation operation, OperationOutcome outcome, Integer subCode, long duration) {}

    /** A delivery of events was acknowledged. */
    default void deliveryAccepted() {}

    /** A delivery of events was refused. */
    default void deliveryRefused(RefusalKind kind) {}

    /** A handshake, a connection or a request that is no delivery was refused. */
    default void otherRefused(RefusalKind kind) {}

    /** An event has been taken that was not taken before. */
    default void eventReceived(EventEnvelope event) {}

    /** An event that was taken before has been delivered again, and not been passed to a consumer. */
    default void eventDeduplicated() {}

    /** An event that was taken before has been delivered again, and been passed to a consumer that had not processed it. */
    default void eventRedelivered() {}

    /** An event has been taken that no consumer matches. */
    default void eventUnmatched() {}

    /** An event has been taken that belongs to an awaited operation which is not pending any more. */
    default void eventOrphaned() {}

    /**
     * An event is passed to a route.
     *
     * @param lag time since the event; negative if the event has no time
     */
    default void eventRouted(EventEnvelope event, String routeId, long lag) {}

    /**
     * A consumer has started.
     *
     * @param depth the number of its events that are queued or in flight
     */
    default void consumerStarted(String routeId, IntSupplier depth) {}

    default void consumerStopped(String routeId) {}

    /** The route of a consumer was removed from the context. */
    default void routeRemoved(String routeId) {}

    /** The component has stopped. */
    default void close() {}
}
