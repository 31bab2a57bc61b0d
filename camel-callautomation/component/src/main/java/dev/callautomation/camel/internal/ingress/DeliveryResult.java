package dev.callautomation.camel.internal.ingress;

/** How a delivery is answered. */
public enum DeliveryResult {
    ACCEPTED,
    /** Too many events are in flight. */
    OVERLOADED,
    /** A consumer that wants an event is stopping, or none is started. */
    CLOSED,
    /** Some events may have been taken or even processed, but not all. */
    FAILED
}
