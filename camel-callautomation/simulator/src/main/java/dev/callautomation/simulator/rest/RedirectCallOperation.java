package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.call.RedirectCall;

/** POST /calling/callConnections:redirect. */
final class RedirectCallOperation extends Operation.Action {

    RedirectCallOperation() {
        super("redirectCall", calls(":redirect"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new RedirectCall(body.requiredText("incomingCallContext"), body.requiredIdentifier("target")));
        return Reply.of(204);
    }
}
