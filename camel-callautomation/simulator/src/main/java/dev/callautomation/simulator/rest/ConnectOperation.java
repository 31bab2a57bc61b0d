package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.CallView;
import dev.callautomation.simulator.engine.ConnectCall;

/** POST /calling/callConnections:connect. */
final class ConnectOperation extends Operation.Action {

    ConnectOperation() {
        super("connect", calls(":connect"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        CallView view = request.run(new ConnectCall(
                Locators.read(body),
                body.requiredCallbackUri(),
                body.operationContext(),
                request.apiVersion(),
                MediaRequests.setup(body)));
        return new Reply(200, CallProperties.of(view));
    }
}
