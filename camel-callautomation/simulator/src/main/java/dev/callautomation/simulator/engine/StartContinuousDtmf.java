package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application wants to hear of every key a participant presses.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record StartContinuousDtmf(String legId, Identifier target, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Identifier who = MediaRequest.target(call, legId, target);
        if (!call.leg(legId).media().admitsWatching()) {
            throw ServiceError.incompatibleMedia();
        }
        desk.save(LegMedia.change(desk, call, call.leg(legId), (media, stage) -> media.watch(who, tag)));
        return null;
    }
}
