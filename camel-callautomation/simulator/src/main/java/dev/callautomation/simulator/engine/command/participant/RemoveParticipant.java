package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
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

/** An application removes a participant from its call; removing the only other party ends it. */
public record RemoveParticipant(String legId, Identifier participant, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Optional<Party> party = call.party(participant);
        if (party.isEmpty()) {
            tell(
                    context,
                    call,
                    "RemoveParticipantFailed",
                    ResultInformation.of(404, 8522, "Participant " + participant + " is not in this call"));
            return null;
        }
        if (legId.equals(party.get().legId())) {
            throw ServiceError.invalid(
                    "Invalid request: participantToRemove is the application itself; hang up instead.");
        }
        tell(context, call, "RemoveParticipantSucceeded", ResultInformation.SUCCESS);
        Call next = Disconnection.removeParty(context, call, participant);
        if (party.get().isPhone()) {
            context.phoneNote(next, participant, "is removed", null);
        } else {
            next = Disconnection.disconnectLeg(
                    context, next, next.leg(party.get().legId()), DisconnectReason.REMOVED);
        }
        Disconnection.endIfAlone(context, Roster.publish(context, next), DisconnectReason.OTHER_PARTY_REMOVED);
        return null;
    }

    private void tell(CommandContext context, Call call, String type, ResultInformation result) {
        context.callback(
                call,
                call.leg(legId),
                type,
                Map.of("participant", participant),
                operationContext,
                operationCallbackUri,
                result);
    }
}
