package dev.callautomation.camel.event;

/**
 * A transfer did not come about; the call goes on as it was.
 *
 * @param envelope what all events have
 */
public record CallTransferFailed(EventEnvelope envelope) implements CallAutomationEvent {}
