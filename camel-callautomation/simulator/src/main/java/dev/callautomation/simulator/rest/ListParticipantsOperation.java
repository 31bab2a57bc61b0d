package dev.callautomation.simulator.rest;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.participant.GetParticipants;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** GET /calling/callConnections/{id}/participants, in pages. */
final class ListParticipantsOperation extends Operation.Query {

    ListParticipantsOperation() {
        super("getParticipants", call("/participants"));
    }

    @Override
    Reply handle(Request request) {
        List<Party> parties = request.run(new GetParticipants(request.callConnectionId()));
        int from = Math.min(skipped(request.query().get("skip")), parties.size());
        int to = Math.min(from + request.pageSize(), parties.size());
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray("value");
        parties.subList(from, to).forEach(party -> page.add(EventJson.participant(party)));
        if (to < parties.size()) {
            answer.put("nextLink", nextLink(request, to));
        }
        return new Reply(200, answer);
    }

    private static int skipped(String skip) {
        if (skip == null) {
            return 0;
        }
        if (!skip.matches("[0-9]{1,6}")) {
            throw Body.invalid("skip must be a number");
        }
        return Integer.parseInt(skip);
    }

    /** Its query has no character that a client may write in two ways: some sign another spelling than they send. */
    private static String nextLink(Request request, int skip) {
        return request.base().get().resolve(request.path().group()) + "?api-version=" + request.apiVersion() + "&skip="
                + skip;
    }
}
