/**
 * How events come in: the HTTP listener, the parsing of deliveries, the recognition of repeated ones, filters, and the
 * dispatcher that hands events to consumers.
 */
package dev.callautomation.camel.ingress;
