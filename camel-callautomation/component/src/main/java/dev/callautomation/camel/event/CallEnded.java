package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CallEndReason;
import dev.callautomation.camel.model.CallEventParticipant;
import dev.callautomation.camel.model.CallGroup;
import dev.callautomation.camel.model.CallRoom;

/**
 * A call has ended that a user of the resource took part in (an Event Grid event).
 *
 * @param envelope       the properties common to all events; the call connection id is {@code null}
 * @param startedBy     the party that started the call; may be {@code null}
 * @param group         the group call; {@code null} for another kind of call
 * @param room          the room that the call takes place in; {@code null} if none
 * @param isTwoParty    whether it is a 1:1 call; may be {@code null}
 * @param isRoomsCall   whether it takes place in a room; may be {@code null}
 * @param durationOfCall the duration in seconds; may be {@code null}
 * @param reason         the reason for the end; may be {@code null}
 */
public record CallEnded(
        EventEnvelope envelope,
        @Nullable CallEventParticipant startedBy,
        @Nullable CallGroup group,
        @Nullable CallRoom room,
        @Nullable Boolean isTwoParty,
        @Nullable Boolean isRoomsCall,
        @Nullable Double durationOfCall,
        @Nullable CallEndReason reason)
        implements CallAutomationEvent {}
