package dev.callautomation.camel.event;

/**
 * A transfer failed; the call continues unchanged.
 *
 * @param envelope the properties common to all events
 */
public record CallTransferFailed(EventEnvelope envelope) implements CallAutomationEvent {}
