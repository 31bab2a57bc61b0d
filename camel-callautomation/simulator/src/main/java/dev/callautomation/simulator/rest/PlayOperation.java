package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.command.media.PlayMedia;
import dev.callautomation.simulator.engine.media.PlaySource;

/** POST /calling/callConnections/{id}:play. */
final class PlayOperation extends Operation.MediaAction {

    PlayOperation() {
        super("play", ":play");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        List<PlaySource> sources = MediaRequests.sources(body, "playSources");
        if (sources.isEmpty()) {
            throw Body.invalid("playSources must hold at least one");
        }
        request.run(new PlayMedia(
                request.callConnectionId(),
                body.identifiers("playTo"),
                sources,
                body.part("playOptions").flag("loop", false),
                body.flag("interruptCallMediaOperation", false),
                MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
