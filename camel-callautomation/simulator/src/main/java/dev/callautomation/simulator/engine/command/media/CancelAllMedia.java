package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Media;

/** An application cancels what it plays, recognizes and sends, running or queued. */
public record CancelAllMedia(String legId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        context.save(MediaTransitions.change(context, call, call.leg(legId), Media::cancel));
        return null;
    }
}
