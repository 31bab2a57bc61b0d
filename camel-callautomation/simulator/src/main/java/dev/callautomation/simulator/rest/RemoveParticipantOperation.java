package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.participant.RemoveParticipant;

/** POST /calling/callConnections/{id}/participants:remove. */
final class RemoveParticipantOperation extends Operation.Action {

    RemoveParticipantOperation() {
        super("removeParticipant", call("/participants:remove"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        String context = body.operationContext();
        request.run(new RemoveParticipant(
                request.callConnectionId(),
                body.requiredIdentifier("participantToRemove"),
                context,
                body.operationCallbackUri()));
        return Reply.with(202, "operationContext", context);
    }
}
