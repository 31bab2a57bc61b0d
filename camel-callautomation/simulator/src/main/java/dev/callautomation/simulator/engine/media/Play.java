package dev.callautomation.simulator.engine.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/**
 * Plays to participants.
 *
 * @param to empty for all participants
 * @param loop plays until it is stopped
 */
record Play(String id, OperationTag tag, List<Identifier> to, Prompt prompt, boolean loop) implements MediaOperation {

    @Override
    public long size() {
        return prompt.size();
    }

    @Override
    public boolean isOnSubLeg() {
        return !to.isEmpty();
    }

    @Override
    public boolean isOnlyFor(Identifier who) {
        return to.equals(List.of(who));
    }

    @Override
    public Optional<MediaOperation> begin(MediaContext mediaContext) {
        return prepared(prompt.prepare(id, mediaContext), mediaContext);
    }

    @Override
    public Optional<MediaOperation> fetched(Sound sound, MediaContext mediaContext) {
        return prompt.isReady() ? Optional.of(this) : prepared(prompt.fetched(sound, id, mediaContext), mediaContext);
    }

    private Optional<MediaOperation> prepared(Prompt next, MediaContext mediaContext) {
        if (next.hasFailed()) {
            mediaContext.event("PlayFailed", next.failure(), next.failedSource(), tag);
            return Optional.empty();
        }
        if (next.isReady()) {
            mediaContext.event("PlayStarted", MediaResult.SUCCESS, Map.of(), tag);
            next.sources().forEach(source -> mediaContext.heard(to, source));
            if (!loop) {
                mediaContext.timer(id, 1, next.length());
            }
        }
        return Optional.of(new Play(id, tag, to, next, loop));
    }

    @Override
    public Optional<MediaOperation> timeUp(int round, MediaContext mediaContext) {
        mediaContext.event("PlayCompleted", MediaResult.SUCCESS, Map.of(), tag);
        return Optional.empty();
    }

    @Override
    public void stop(MediaResult reason, MediaContext mediaContext) {
        mediaContext.event(reason.equals(MediaResult.CANCELED) ? "PlayCanceled" : "PlayFailed", reason, Map.of(), tag);
    }
}
