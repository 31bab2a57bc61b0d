/**
 * Events of the service: their types, how a delivery is parsed, checked for repetition, filtered and handed to
 * consumers, and the HTTP ingress that deliveries come in by.
 */
package dev.callautomation.camel.event;
