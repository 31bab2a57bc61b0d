package dev.callautomation.camel.security;

/** Whether deliveries of events are checked. */
public enum CallbackSecurity {
    /** Only deliveries that prove to come from the service are taken. */
    verified,
    /** Deliveries of anybody are taken. */
    none
}
