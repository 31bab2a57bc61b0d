package dev.callautomation.camel.event;

import java.util.List;

import dev.callautomation.camel.model.CallParticipant;

/**
 * The participants of the call, or their mute or hold state, have changed.
 *
 * @param envelope the properties common to all events
 * @param sequenceNumber increases with each of these events of a call connection, which may be delivered out of order
 * @param participants all participants of the call
 */
public record ParticipantsUpdated(EventEnvelope envelope, int sequenceNumber, List<CallParticipant> participants)
        implements CallAutomationEvent {
    public ParticipantsUpdated {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
}
