package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.command.call.ConnectCall;

/** POST /calling/callConnections:connect. */
final class ConnectOperation extends Operation.Action {

    ConnectOperation() {
        super("connect", calls(":connect"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        CallView view = request.run(new ConnectCall(
                CallLocators.read(body),
                body.requiredCallbackUri(),
                body.operationContext(),
                request.apiVersion(),
                MediaRequests.setup(body)));
        return new Reply(200, CallProperties.of(view));
    }
}
