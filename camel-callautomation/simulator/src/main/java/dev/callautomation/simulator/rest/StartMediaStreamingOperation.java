package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.stream.StartStream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** POST /calling/callConnections/{id}:startMediaStreaming. */
final class StartMediaStreamingOperation extends Operation.MediaAction {

    StartMediaStreamingOperation() {
        super("startMediaStreaming", ":startMediaStreaming");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new StartStream(request.callConnectionId(), StreamKind.AUDIO, null, null, MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
