package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.command.participant.MuteParticipant;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.IdentifierKind;

/** POST /calling/callConnections/{id}/participants:mute. */
final class MuteOperation extends Operation.Action {

    MuteOperation() {
        super("mute", call("/participants:mute"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        List<Identifier> targets = body.requiredIdentifiers("targetParticipants");
        if (targets.size() > 1 || targets.get(0).kind() != IdentifierKind.COMMUNICATION_USER) {
            throw Body.invalid("targetParticipants must hold exactly one communication user");
        }
        String context = body.operationContext();
        request.run(new MuteParticipant(request.callConnectionId(), targets.get(0)));
        return Reply.with(200, "operationContext", context);
    }
}
