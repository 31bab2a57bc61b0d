package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
import java.time.Duration;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application invites a participant into its call.
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
    public String run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        if (call.hasOrCalls(participant)) {
            throw ServiceError.conflict(
                    "Conflict: participantToAdd " + participant + " is already in this call or being invited to it.");
        }
        if (call.isFull()) {
            throw ServiceError.invalid("Invalid request: the call has as many participants as it may have.");
        }
        String invitationId = context.ids().guid();
        Identifier self = call.partyOf(call.leg(legId))
                .or(() -> call.parties().stream().findFirst())
                .map(Party::identifier)
                .orElseThrow();
        Ring ring = Ring.of(
                context.ids().guid(),
                new AddParticipantPurpose(legId, invitationId, operationContext, operationCallbackUri),
                participant,
                callerId == null ? self : callerId,
                sourceDisplayName == null ? "" : sourceDisplayName,
                customContext,
                timeout == null ? context.settings().ringTimeout() : timeout);
        context.save(Ringing.start(context, call, ring));
        return invitationId;
    }
}
