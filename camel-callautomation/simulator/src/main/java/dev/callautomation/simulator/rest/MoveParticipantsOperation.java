package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.participant.MoveParticipant;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.EventJson;

/** POST /calling/callConnections/{id}/participants:moveHere. */
final class MoveParticipantsOperation extends Operation.Action {

    MoveParticipantsOperation() {
        super("moveParticipants", call("/participants:moveHere"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        List<Identifier> targets = body.requiredIdentifiers("targetParticipants");
        if (targets.size() > 1) {
            throw Body.invalid("targetParticipants must hold exactly one participant");
        }
        String context = body.operationContext();
        String fromCall = body.requiredText("fromCall");
        request.run(new MoveParticipant(
                request.callConnectionId(), fromCall, targets.get(0), context, body.operationCallbackUri()));
        Reply reply = Reply.with(202, "operationContext", context);
        reply.body().put("fromCall", fromCall);
        reply.body().putArray("participants").add(EventJson.participant(new Party(targets.get(0), false, false, null)));
        return reply;
    }
}
