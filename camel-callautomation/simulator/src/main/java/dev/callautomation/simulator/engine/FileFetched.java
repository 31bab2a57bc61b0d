package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.Sound;

/** A file that a media operation asked for has been looked at. Nothing happens when the operation is over. */
record FileFetched(String legId, String operationId, Sound sound) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        LegMedia.later(desk, legId, (media, stage) -> media.fetched(operationId, sound, stage));
        return null;
    }
}
