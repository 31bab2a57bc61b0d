package dev.callautomation.camel.internal.completion;

/** The kinds of ids by which an event is correlated with a pending operation. */
public enum CorrelationKey {
    /** The id of the operation, in its operation context. */
    OPERATION,
    /** The call connection id. */
    CALL,
    /** The recording id. */
    RECORDING,
    /** The invitation id of a participant. */
    INVITATION
}
