package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.call.HangUp;

/** DELETE /calling/callConnections/{id}. */
final class HangUpOperation extends Operation.Removal {

    HangUpOperation() {
        super("hangupCall", call(""));
    }

    @Override
    Reply handle(Request request) {
        request.run(new HangUp(request.callConnectionId()));
        return Reply.of(204);
    }
}
