package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.call.TransferCall;

/** POST /calling/callConnections/{id}:transferToParticipant. */
final class TransferOperation extends Operation.Action {

    TransferOperation() {
        super("transferToParticipant", call(":transferToParticipant"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        String context = body.operationContext();
        request.run(new TransferCall(
                request.callConnectionId(),
                body.requiredIdentifier("targetParticipant"),
                body.identifier("transferee"),
                body.phoneNumber("sourceCallerIdNumber"),
                CallingContext.read(body),
                context,
                body.operationCallbackUri()));
        return Reply.with(202, "operationContext", context);
    }
}
