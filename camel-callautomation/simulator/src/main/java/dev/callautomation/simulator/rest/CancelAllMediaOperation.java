package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.media.CancelAllMedia;

/** POST /calling/callConnections/{id}:cancelAllMediaOperations. */
final class CancelAllMediaOperation extends Operation.MediaAction {

    CancelAllMediaOperation() {
        super("cancelAllMediaOperations", ":cancelAllMediaOperations");
    }

    @Override
    Reply handle(Request request) {
        request.run(new CancelAllMedia(request.callConnectionId()));
        return Reply.of(202);
    }
}
