package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.media.StopContinuousDtmf;

/** POST /calling/callConnections/{id}:stopContinuousDtmfRecognition. */
final class StopContinuousDtmfOperation extends Operation.MediaAction {

    StopContinuousDtmfOperation() {
        super("stopContinuousDtmfRecognition", ":stopContinuousDtmfRecognition");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StopContinuousDtmf(
                request.callConnectionId(), body.identifier("targetParticipant"), MediaRequests.tag(body)));
        return Reply.of(200);
    }
}
