package dev.callautomation.simulator.engine.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/**
 * Plays to participants.
 *
 * @param to nobody in particular means everybody
 * @param loop plays until it is stopped
 */
record Play(String id, OperationTag tag, List<Identifier> to, Prompt prompt, boolean loop) implements MediaOperation {

    @Override
    public boolean isOnSubLeg() {
        return !to.isEmpty();
    }

    @Override
    public boolean isOnlyFor(Identifier who) {
        return to.equals(List.of(who));
    }

    @Override
    public Optional<MediaOperation> begin(Stage stage) {
        return prepared(prompt.prepare(id, stage), stage);
    }

    @Override
    public Optional<MediaOperation> fetched(Sound sound, Stage stage) {
        return prompt.isReady() ? Optional.of(this) : prepared(prompt.fetched(sound, id, stage), stage);
    }

    private Optional<MediaOperation> prepared(Prompt next, Stage stage) {
        if (next.hasFailed()) {
            stage.event("PlayFailed", next.failure(), next.failedSource(), tag);
            return Optional.empty();
        }
        if (next.isReady()) {
            stage.event("PlayStarted", MediaResult.SUCCESS, Map.of(), tag);
            next.sources().forEach(source -> stage.heard(to, source));
            if (!loop) {
                stage.timer(id, 1, next.length());
            }
        }
        return Optional.of(new Play(id, tag, to, next, loop));
    }

    @Override
    public Optional<MediaOperation> timeUp(int round, Stage stage) {
        stage.event("PlayCompleted", MediaResult.SUCCESS, Map.of(), tag);
        return Optional.empty();
    }

    @Override
    public void stop(MediaResult reason, Stage stage) {
        stage.event(reason.equals(MediaResult.CANCELED) ? "PlayCanceled" : "PlayFailed", reason, Map.of(), tag);
    }
}
