package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application plays something.
 *
 * @param to nobody in particular means everybody
 * @param interrupt cancel what is running and queued
 */
public record PlayMedia(
        String legId, List<Identifier> to, List<PlaySource> sources, boolean loop, boolean interrupt, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        to.forEach(who -> MediaRequest.present(call, who));
        MediaRequest.checkSpeech(call.leg(legId), sources);
        MediaRequest.queue(desk, call, legId, Media.play(desk.ids().guid(), tag, to, sources, loop), interrupt);
        return null;
    }
}
