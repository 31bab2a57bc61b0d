package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.call.TerminateCall;

/** POST /calling/callConnections/{id}:terminate. */
final class TerminateOperation extends Operation.Action {

    TerminateOperation() {
        super("terminateCall", call(":terminate"));
    }

    @Override
    Reply handle(Request request) {
        request.run(new TerminateCall(request.callConnectionId()));
        return Reply.of(204);
    }
}
