package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.call.GetCall;

/** GET /calling/callConnections/{id}. */
final class GetCallOperation extends Operation.Query {

    GetCallOperation() {
        super("getCall", call(""));
    }

    @Override
    Reply handle(Request request) {
        return new Reply(200, CallProperties.of(request.run(new GetCall(request.callConnectionId()))));
    }
}
