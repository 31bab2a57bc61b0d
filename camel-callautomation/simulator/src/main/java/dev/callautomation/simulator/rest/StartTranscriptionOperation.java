package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.stream.StartStream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** POST /calling/callConnections/{id}:startTranscription. */
final class StartTranscriptionOperation extends Operation.MediaAction {

    StartTranscriptionOperation() {
        super("startTranscription", ":startTranscription");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StartStream(
                request.callConnectionId(),
                StreamKind.TRANSCRIPTION,
                body.text("locale"),
                body.text("speechModelEndpointId"),
                MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
