/**
 * Reception of events: the HTTP listener, the parsing of deliveries, deduplication, filters, and the dispatcher that passes
 * events to consumers.
 */
package dev.callautomation.camel.internal.ingress;
