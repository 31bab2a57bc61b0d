package dev.callautomation.camel.ingress;

/** When a delivery of events is answered with 200. */
public enum Acknowledge {
    /** When the events have been checked and wait for their routes. What routes make of them does not show. */
    received,
    /** When all routes that wanted an event have handled it without failure; otherwise it is answered with 503. */
    routed
}
