package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CallEventParticipant;
import dev.callautomation.camel.model.CallGroup;
import dev.callautomation.camel.model.CallRoom;

/**
 * A user of the resource has left a call (an Event Grid event).
 *
 * @param envelope      the properties common to all events; the call connection id is {@code null}
 * @param startedBy     the party that started the call; may be {@code null}
 * @param group         the group call; {@code null} for another kind of call
 * @param room          the room that the call takes place in; {@code null} if none
 * @param isTwoParty    whether it is a 1:1 call; may be {@code null}
 * @param isRoomsCall   whether it takes place in a room; may be {@code null}
 * @param user          the user; may be {@code null}
 * @param displayName   the display name of the user; may be {@code null}
 * @param participantId the id of the user in this call; may be {@code null}
 * @param endpointType  the client software of the user; may be {@code null}
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
