package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/** An application removes somebody from its call; removing the only other party ends it. */
public record RemoveParticipant(String legId, Identifier participant, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Optional<Party> party = call.party(participant);
        if (party.isEmpty()) {
            tell(
                    desk,
                    call,
                    "RemoveParticipantFailed",
                    ResultInformation.of(404, 8522, "Participant " + participant + " is not in this call"));
            return null;
        }
        if (legId.equals(party.get().legId())) {
            throw ServiceError.invalid(
                    "Invalid request: participantToRemove is the application itself; hang up instead.");
        }
        tell(desk, call, "RemoveParticipantSucceeded", ResultInformation.SUCCESS);
        Call next = Leaving.partyLeaves(desk, call, participant);
        if (party.get().isPhone()) {
            desk.phoneNote(next, participant, "is removed", null);
        } else {
            next = Leaving.legEnds(desk, next, next.leg(party.get().legId()), Ending.REMOVED);
        }
        Leaving.endIfAlone(desk, Roster.publish(desk, next), Ending.OTHER_PARTY_REMOVED);
        return null;
    }

    private void tell(Desk desk, Call call, String type, ResultInformation result) {
        desk.callback(
                call,
                call.leg(legId),
                type,
                Map.of("participant", participant),
                operationContext,
                operationCallbackUri,
                result);
    }
}
