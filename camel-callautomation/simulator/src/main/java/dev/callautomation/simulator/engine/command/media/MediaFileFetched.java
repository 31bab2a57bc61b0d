package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Sound;

/** A file that a media operation asked for has been looked at. Nothing happens when the operation is over. */
record MediaFileFetched(String legId, String operationId, Sound sound) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        MediaTransitions.later(
                context, legId, (media, mediaContext) -> media.fetched(operationId, sound, mediaContext));
        return null;
    }
}
