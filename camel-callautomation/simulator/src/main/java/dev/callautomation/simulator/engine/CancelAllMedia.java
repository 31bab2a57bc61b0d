package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.Media;

/** An application cancels what it plays, recognizes and sends, running or queued. */
public record CancelAllMedia(String legId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        desk.save(LegMedia.change(desk, call, call.leg(legId), Media::cancel));
        return null;
    }
}
