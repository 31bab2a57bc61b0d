package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.participant.CancelAddParticipant;

/** POST /calling/callConnections/{id}/participants:cancelAddParticipant. */
final class CancelAddParticipantOperation extends Operation.Action {

    CancelAddParticipantOperation() {
        super("cancelAddParticipant", call("/participants:cancelAddParticipant"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        String context = body.operationContext();
        String invitationId = body.requiredText("invitationId");
        request.run(new CancelAddParticipant(
                request.callConnectionId(), invitationId, context, body.operationCallbackUri()));
        Reply reply = Reply.with(202, "operationContext", context);
        reply.body().put("invitationId", invitationId);
        return reply;
    }
}
