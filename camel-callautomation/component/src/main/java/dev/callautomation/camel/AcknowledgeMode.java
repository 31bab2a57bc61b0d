package dev.callautomation.camel;

/** Acknowledgement of a delivery of events with the status 200. */
public enum AcknowledgeMode {
    /** After the events have been validated and queued for their routes (at most once). Failures of routes have no effect. */
    RECEIVED,
    /** After all routes have processed the events without failure (at least once). It is answered with 503 otherwise. */
    ROUTED
}
