package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.media.Unhold;

/** POST /calling/callConnections/{id}:unhold. No event of it is known, so its context and callback go nowhere. */
final class UnholdOperation extends Operation.MediaAction {

    UnholdOperation() {
        super("unhold", ":unhold");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        MediaRequests.tag(body);
        request.run(new Unhold(request.callConnectionId(), body.identifier("targetParticipant")));
        return Reply.of(200);
    }
}
