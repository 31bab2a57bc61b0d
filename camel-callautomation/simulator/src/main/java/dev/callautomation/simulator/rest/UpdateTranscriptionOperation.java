package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.stream.UpdateTranscription;

/** POST /calling/callConnections/{id}:updateTranscription. */
final class UpdateTranscriptionOperation extends Operation.MediaAction {

    UpdateTranscriptionOperation() {
        super("updateTranscription", ":updateTranscription");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new UpdateTranscription(
                request.callConnectionId(),
                body.text("locale"),
                body.text("speechModelEndpointId"),
                MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
