package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * A transfer did not come about; the call goes on as it was.
 *
 * @param envelope what all events have
 */
public record CallTransferFailed(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
