package dev.callautomation.camel.internal.completion;

/** What an event means for a pending operation. */
public enum EventMeaning {
    SUCCEEDED,
    FAILED,
    /** The call has ended, and the operation with it. */
    CALL_ENDED,
    /** The call has ended, possibly because of the operation: the event that reports its result may still arrive. */
    CALL_ENDED_POSSIBLY_BY_OPERATION,
    /** The operation stays pending. */
    NONE
}
