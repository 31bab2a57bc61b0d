package dev.callautomation.camel.security;

/**
 * The tokens of Event Grid.
 *
 * @param authority   who issues them
 * @param tenant      the tenant's id, in lower case
 * @param audience    whom they are for: the application that was registered for the receiver
 * @param application whom they are given to: Event Grid
 */
record EntraSettings(Authority authority, String tenant, String audience, String application) {}
