package dev.callautomation.camel.event;

import java.util.List;

import dev.callautomation.camel.model.CallParticipant;

/**
 * Who is in the call has changed, or is muted or on hold now.
 *
 * @param envelope what all events have
 * @param sequenceNumber grows with each of these events of one call connection; deliveries can overtake each other
 * @param participants everybody in the call
 */
public record ParticipantsUpdated(EventEnvelope envelope, int sequenceNumber, List<CallParticipant> participants)
        implements CallAutomationEvent {
    public ParticipantsUpdated {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
}
