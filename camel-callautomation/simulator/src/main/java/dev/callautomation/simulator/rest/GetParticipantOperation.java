package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.participant.GetParticipants;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.wire.EventJson;

/** GET /calling/callConnections/{id}/participants/{rawId}. */
final class GetParticipantOperation extends Operation.Query {

    GetParticipantOperation() {
        super("getParticipant", call("/participants/(?<participant>[^/?]+)"));
    }

    @Override
    Reply handle(Request request) {
        String rawId = request.pathParameter("participant");
        Party party = request.run(new GetParticipants(request.callConnectionId())).stream()
                .filter(p -> p.identifier().rawId().equals(rawId))
                .findFirst()
                .orElseThrow(() -> ServiceError.participantNotFound(rawId));
        return new Reply(200, EventJson.participant(party));
    }
}
