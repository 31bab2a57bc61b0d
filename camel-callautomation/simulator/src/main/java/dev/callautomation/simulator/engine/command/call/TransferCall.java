package dev.callautomation.simulator.engine.command.call;

import java.net.URI;
import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application transfers a party of its call to another target.
 *
 * @param transferee may be {@code null} in a call of two: the other party
 * @param callerId shown to the target instead of the transferee's own identity, may be {@code null}
 */
public record TransferCall(
        String legId,
        Identifier target,
        Identifier transferee,
        Identifier callerId,
        CustomContext customContext,
        String operationContext,
        URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        if (leg.state() == CallState.TRANSFERRING) {
            throw ServiceError.conflict("A transfer of this call is already in progress.");
        }
        if (call.party(target).isPresent()) {
            throw ServiceError.invalid("Invalid request: targetParticipant is already in this call.");
        }
        if (call.ringAt(target).isPresent()) {
            throw ServiceError.conflict("Conflict: targetParticipant " + target + " is being invited to this call.");
        }
        Identifier who = transferee == null ? onlyOther(call) : transferee;
        if (call.party(who).isEmpty()) {
            throw ServiceError.participantNotFound(who);
        }
        if (call.party(who).filter(party -> legId.equals(party.legId())).isPresent()) {
            throw ServiceError.invalid("Invalid request: transferee is the application itself.");
        }
        Ring ring = Ring.of(
                context.ids().guid(),
                new TransferPurpose(legId, who, operationContext, operationCallbackUri),
                target,
                callerId == null ? who : callerId,
                "",
                customContext,
                EngineSettings.TRANSFER_TIMEOUT);
        context.save(Ringing.start(context, call.withLeg(leg.in(CallState.TRANSFERRING)), ring));
        return null;
    }

    private Identifier onlyOther(Call call) {
        List<Identifier> others = call.parties().stream()
                .filter(party -> !legId.equals(party.legId()))
                .map(Party::identifier)
                .toList();
        if (others.size() != 1) {
            throw ServiceError.invalid(
                    "Invalid request: transferee is required in a call of more than two participants.");
        }
        return others.get(0);
    }
}
