package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A transfer has completed: the target has accepted the call.
 *
 * @param envelope the properties common to all events
 * @param transferTarget the target that accepted the call; may be {@code null}
 * @param transferee the party that was transferred; may be {@code null}
 */
public record CallTransferAccepted(
        EventEnvelope envelope,
        @Nullable CommunicationIdentifier transferTarget,
        @Nullable CommunicationIdentifier transferee)
        implements CallAutomationEvent {}
