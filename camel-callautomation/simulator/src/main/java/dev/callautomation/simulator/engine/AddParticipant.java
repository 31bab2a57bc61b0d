package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;

import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application invites somebody into its call.
 *
 * @param timeout how long the invitation stands, {@code null} for the simulator's default
 * @param callerId shown to a telephone, {@code null} for the application's own identity
 */
public record AddParticipant(
        String legId,
        Identifier participant,
        Identifier callerId,
        String sourceDisplayName,
        Duration timeout,
        CustomContext customContext,
        String operationContext,
        URI operationCallbackUri)
        implements Command<String> {

    /** Returns the invitation id. */
    @Override
    public String run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        if (call.hasOrCalls(participant)) {
            throw ServiceError.conflict(
                    "Conflict: participantToAdd " + participant + " is already in this call or being invited to it.");
        }
        String invitationId = desk.ids().guid();
        Identifier self = call.partyOf(call.leg(legId))
                .or(() -> call.parties().stream().findFirst())
                .map(Party::identifier)
                .orElseThrow();
        Ring ring = Ring.of(
                desk.ids().guid(),
                new Addition(legId, invitationId, operationContext, operationCallbackUri),
                participant,
                callerId == null ? self : callerId,
                sourceDisplayName == null ? "" : sourceDisplayName,
                customContext,
                timeout == null ? desk.settings().ringTimeout() : timeout);
        desk.save(Ringing.start(desk, call, ring));
        return invitationId;
    }
}
