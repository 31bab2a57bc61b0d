package dev.callautomation.simulator.engine;

/** A time that a media operation asked for is over. Nothing happens when the operation is. */
record MediaTimer(String legId, String operationId, int round) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        LegMedia.later(desk, legId, (media, stage) -> media.timeUp(operationId, round, stage));
        return null;
    }
}
