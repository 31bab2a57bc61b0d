package dev.callautomation.simulator.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/** Sends tones to a participant. */
record ToneSending(String id, OperationTag tag, Identifier to, List<Tone> tones) implements MediaOperation {

    /** A tone and the pause after it. */
    private static final Duration TONE = Duration.ofMillis(100);

    private static final int BYTES_OF_A_TONE = 4;

    @Override
    public long size() {
        return (long) BYTES_OF_A_TONE * tones.size();
    }

    @Override
    public boolean isOnSubLeg() {
        return true;
    }

    @Override
    public boolean isOnlyFor(Identifier who) {
        return to.equals(who);
    }

    @Override
    public Optional<MediaOperation> begin(MediaContext mediaContext) {
        mediaContext.timer(id, 1, TONE.multipliedBy(tones.size()));
        return Optional.of(this);
    }

    @Override
    public Optional<MediaOperation> timeUp(int round, MediaContext mediaContext) {
        mediaContext.tones(to, tones);
        mediaContext.event("SendDtmfTonesCompleted", MediaResult.SUCCESS, Map.of(), tag);
        return Optional.empty();
    }

    @Override
    public void stop(MediaResult reason, MediaContext mediaContext) {
        mediaContext.event("SendDtmfTonesFailed", reason, Map.of(), tag);
    }
}
