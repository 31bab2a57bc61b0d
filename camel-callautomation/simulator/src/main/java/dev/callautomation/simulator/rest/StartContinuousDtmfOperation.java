package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.media.StartContinuousDtmf;

/** POST /calling/callConnections/{id}:startContinuousDtmfRecognition. */
final class StartContinuousDtmfOperation extends Operation.MediaAction {

    StartContinuousDtmfOperation() {
        super("startContinuousDtmfRecognition", ":startContinuousDtmfRecognition");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StartContinuousDtmf(
                request.callConnectionId(), body.identifier("targetParticipant"), MediaRequests.tag(body)));
        return Reply.of(200);
    }
}
