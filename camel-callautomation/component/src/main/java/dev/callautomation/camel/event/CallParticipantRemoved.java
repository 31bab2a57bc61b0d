package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CallEventParticipant;
import dev.callautomation.camel.model.CallGroup;
import dev.callautomation.camel.model.CallRoom;

/**
 * A user of the resource has left a call (an Event Grid event).
 *
 * @param envelope      what all events have; the call connection id is {@code null}
 * @param startedBy     who started the call; may be {@code null}
 * @param group         the group call it is; {@code null} if it is none
 * @param room          the room it takes place in; {@code null} if it is in none
 * @param isTwoParty    whether it is a 1:1 call; may be {@code null}
 * @param isRoomsCall   whether it takes place in a room; may be {@code null}
 * @param user          who it is about; may be {@code null}
 * @param displayName   the user's name; may be {@code null}
 * @param participantId names the user's part in this call; may be {@code null}
 * @param endpointType  the software the user calls with; may be {@code null}
 */
public record CallParticipantRemoved(
        EventEnvelope envelope,
        @Nullable CallEventParticipant startedBy,
        @Nullable CallGroup group,
        @Nullable CallRoom room,
        @Nullable Boolean isTwoParty,
        @Nullable Boolean isRoomsCall,
        @Nullable CallEventParticipant user,
        @Nullable String displayName,
        @Nullable String participantId,
        @JsonAlias("userAgent") @Nullable String endpointType)
        implements CallAutomationEvent {}
