package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A transfer is done: the target has taken the call.
 *
 * @param envelope what all events have
 * @param transferTarget who has the call now; may be {@code null}
 * @param transferee who was transferred; may be {@code null}
 */
public record CallTransferAccepted(
        EventEnvelope envelope,
        @Nullable CommunicationIdentifier transferTarget,
        @Nullable CommunicationIdentifier transferee)
        implements CallAutomationEvent {}
