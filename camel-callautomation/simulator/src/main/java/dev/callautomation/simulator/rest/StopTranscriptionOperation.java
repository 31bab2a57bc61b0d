package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.stream.StopStream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** POST /calling/callConnections/{id}:stopTranscription. */
final class StopTranscriptionOperation extends Operation.MediaAction {

    StopTranscriptionOperation() {
        super("stopTranscription", ":stopTranscription");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StopStream(request.callConnectionId(), StreamKind.TRANSCRIPTION, MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
