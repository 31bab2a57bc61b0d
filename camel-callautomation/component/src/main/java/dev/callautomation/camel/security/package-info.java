/**
 * Who may deliver events: signed tokens of the service and of Event Grid, a shared secret, and the handshakes that are
 * answered. Knows nothing of routes; asked by the ingress before anything of a delivery is read.
 */
package dev.callautomation.camel.security;
