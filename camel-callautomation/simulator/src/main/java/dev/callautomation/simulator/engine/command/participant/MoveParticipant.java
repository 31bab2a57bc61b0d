package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.command.call.Disconnection;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** An application takes a phone from another of its calls into this one. */
public record MoveParticipant(
        String legId, String fromLegId, Identifier participant, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call to = context.establishedCallOfLeg(legId);
        Call from = context.establishedCallOfLeg(fromLegId);
        if (from.id().equals(to.id())) {
            throw ServiceError.invalid("Invalid request: fromCall is this call.");
        }
        Optional<Party> party = from.party(participant).filter(Party::isPhone);
        if (party.isEmpty()) {
            tell(
                    context,
                    to,
                    "MoveParticipantFailed",
                    ResultInformation.of(404, 8522, "Participant " + participant + " is not in call " + fromLegId));
            return null;
        }
        if (to.hasOrCalls(participant)) {
            throw ServiceError.conflict("Conflict: targetParticipants names " + participant
                    + ", who is already in this call or being invited to it.");
        }
        context.phoneNote(from, participant, "is moved to call " + to.id(), null);
        context.phoneNote(to, participant, "is moved here from call " + from.id(), null);
        tell(context, to, "MoveParticipantSucceeded", ResultInformation.SUCCESS);
        context.save(Roster.publish(context, to.joinedBy(party.get())));
        Disconnection.publishOrEnd(
                context, Disconnection.removeParty(context, from, participant), DisconnectReason.LEFT_ALONE);
        return null;
    }

    private void tell(CommandContext context, Call call, String type, ResultInformation result) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("participant", participant);
        specific.put("fromCall", fromLegId);
        context.callback(call, call.leg(legId), type, specific, operationContext, operationCallbackUri, result);
    }
}
