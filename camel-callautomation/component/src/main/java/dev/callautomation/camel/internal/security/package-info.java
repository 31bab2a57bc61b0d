/**
 * Authentication of deliveries: signed tokens of the service and of Event Grid, a shared secret, and the authorization of
 * handshakes. Knows nothing of routes; called by the ingress before the body of a delivery is read.
 */
package dev.callautomation.camel.internal.security;
