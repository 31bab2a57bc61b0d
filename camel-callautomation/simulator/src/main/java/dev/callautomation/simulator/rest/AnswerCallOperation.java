package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.command.call.AnswerCall;

/** POST /calling/callConnections:answer. */
final class AnswerCallOperation extends Operation.Action {

    AnswerCallOperation() {
        super("answerCall", calls(":answer"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        CallView view = request.run(new AnswerCall(
                body.requiredText("incomingCallContext"),
                body.requiredCallbackUri(),
                body.operationContext(),
                body.communicationUser("answeredBy"),
                request.apiVersion(),
                MediaRequests.setup(body)));
        return new Reply(200, CallProperties.of(view));
    }
}
