package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.media.Hold;

/** POST /calling/callConnections/{id}:hold. */
final class HoldOperation extends Operation.MediaAction {

    HoldOperation() {
        super("hold", ":hold");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        request.run(new Hold(
                request.callConnectionId(),
                body.identifier("targetParticipant"),
                body.has("playSourceInfo") ? MediaRequests.source(body.part("playSourceInfo")) : null,
                MediaRequests.tag(body)));
        return Reply.of(200);
    }
}
