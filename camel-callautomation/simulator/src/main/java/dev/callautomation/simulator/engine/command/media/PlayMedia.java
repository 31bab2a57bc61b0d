package dev.callautomation.simulator.engine.command.media;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application plays something.
 *
 * @param to empty for all participants
 * @param interrupt cancel what is running and queued
 */
public record PlayMedia(
        String legId, List<Identifier> to, List<PlaySource> sources, boolean loop, boolean interrupt, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        to.forEach(who -> MediaRequests.present(call, who));
        MediaRequests.checkSpeech(call.leg(legId), sources);
        MediaRequests.queue(context, call, legId, Media.play(context.ids().guid(), tag, to, sources, loop), interrupt);
        return null;
    }
}
