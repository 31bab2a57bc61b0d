package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.stream.StopStream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** POST /calling/callConnections/{id}:stopMediaStreaming. */
final class StopMediaStreamingOperation extends Operation.MediaAction {

    StopMediaStreamingOperation() {
        super("stopMediaStreaming", ":stopMediaStreaming");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StopStream(request.callConnectionId(), StreamKind.AUDIO, MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
