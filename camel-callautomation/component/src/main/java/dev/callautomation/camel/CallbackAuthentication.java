package dev.callautomation.camel;

/** Authentication of deliveries of events. */
public enum CallbackAuthentication {
    /** By the token of the service, or by the token or the secret of Event Grid. Other deliveries are refused. */
    TOKEN,
    /** No authentication: deliveries of any sender are accepted. */
    NONE
}
