package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/** An application takes a phone from another of its calls into this one. */
public record MoveParticipant(
        String legId, String fromLegId, Identifier participant, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call to = desk.establishedCallOfLeg(legId);
        Call from = desk.establishedCallOfLeg(fromLegId);
        if (from.id().equals(to.id())) {
            throw ServiceError.invalid("Invalid request: fromCall is this call.");
        }
        Optional<Party> party = from.party(participant).filter(Party::isPhone);
        if (party.isEmpty()) {
            tell(
                    desk,
                    to,
                    "MoveParticipantFailed",
                    ResultInformation.of(404, 8522, "Participant " + participant + " is not in call " + fromLegId));
            return null;
        }
        if (to.hasOrCalls(participant)) {
            throw ServiceError.conflict("Conflict: targetParticipants names " + participant
                    + ", who is already in this call or being invited to it.");
        }
        desk.phoneNote(from, participant, "is moved to call " + to.id(), null);
        desk.phoneNote(to, participant, "is moved here from call " + from.id(), null);
        tell(desk, to, "MoveParticipantSucceeded", ResultInformation.SUCCESS);
        desk.save(Roster.publish(desk, to.joinedBy(party.get())));
        Leaving.settle(desk, Leaving.partyLeaves(desk, from, participant), Ending.LEFT_ALONE);
        return null;
    }

    private void tell(Desk desk, Call call, String type, ResultInformation result) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("participant", participant);
        specific.put("fromCall", fromLegId);
        desk.callback(call, call.leg(legId), type, specific, operationContext, operationCallbackUri, result);
    }
}
