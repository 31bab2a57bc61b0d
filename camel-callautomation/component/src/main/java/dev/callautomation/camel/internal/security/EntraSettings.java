package dev.callautomation.camel.internal.security;

/**
 * Rules for the tokens of Event Grid.
 *
 * @param authority   authority that issues them
 * @param tenant      the tenant's id, in lower case
 * @param audience    their audience: the application that was registered for the receiver
 * @param application their client application: Event Grid
 */
record EntraSettings(Authority authority, String tenant, String audience, String application) {}
