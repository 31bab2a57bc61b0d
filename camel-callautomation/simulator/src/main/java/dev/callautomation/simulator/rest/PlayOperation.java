package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.PlayMedia;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.model.Identifier;

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
        boolean toAll = body.node("playTo").isEmpty();
        List<Identifier> to = toAll ? List.of() : body.requiredIdentifiers("playTo");
        request.run(new PlayMedia(
                request.callConnectionId(),
                to,
                sources,
                body.part("playOptions").flag("loop", false),
                body.flag("interruptCallMediaOperation", false),
                MediaRequests.tag(body)));
        return Reply.of(202);
    }
}
