package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application wants to hear of every key a participant presses.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record StartContinuousDtmf(String legId, Identifier target, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        if (!call.leg(legId).media().admitsWatching()) {
            throw ServiceError.incompatibleMedia();
        }
        context.save(MediaTransitions.change(
                context, call, call.leg(legId), (media, mediaContext) -> media.watch(who, tag)));
        return null;
    }
}
