package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;

/** A time that a media operation asked for is over. Nothing happens when the operation is. */
record MediaTimerExpired(String legId, String operationId, int round) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        MediaTransitions.later(context, legId, (media, mediaContext) -> media.timeUp(operationId, round, mediaContext));
        return null;
    }
}
