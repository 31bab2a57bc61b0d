package dev.callautomation.camel.internal.observation;

/** How an operation has ended. Each operation ends once, unless its inputs are invalid: that is not counted. */
public enum OperationOutcome {
    /** The service has accepted the request; the completion is not awaited. */
    ACCEPTED,
    /** An event has reported the success of an awaited operation. */
    COMPLETED,
    /** An event has reported the failure of an awaited operation, or the end of its call. */
    FAILED,
    /** No event has arrived within {@code completionTimeout}. */
    TIMED_OUT,
    /** The service has refused the request. */
    REFUSED,
    /** There was no usable response. */
    UNANSWERED,
    /** No request was sent: the maximum of pending operations was reached, or the component failed before it. */
    NOT_SENT,
    /** The component has stopped while the operation was pending. */
    STOPPED
}
