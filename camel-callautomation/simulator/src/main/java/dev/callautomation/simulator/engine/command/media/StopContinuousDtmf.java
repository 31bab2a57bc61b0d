package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application has heard enough of a participant's keys.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record StopContinuousDtmf(String legId, Identifier target, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        context.save(MediaTransitions.change(
                context, call, call.leg(legId), (media, mediaContext) -> media.unwatch(who, tag, mediaContext)));
        return null;
    }
}
