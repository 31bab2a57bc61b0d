package dev.callautomation.simulator.engine.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sources to be heard one after another. All are looked at before the first is heard.
 *
 * @param lengths of the sources looked at so far
 * @param failure why the source after those cannot be played, {@code null} when all is well
 */
record Prompt(List<PlaySource> sources, List<Duration> lengths, MediaResult failure) {

    Prompt {
        sources = List.copyOf(sources);
        lengths = List.copyOf(lengths);
    }

    static Prompt of(List<PlaySource> sources) {
        return new Prompt(sources, List.of(), null);
    }

    long size() {
        long size = 0;
        for (PlaySource source : sources) {
            size += source.size();
        }
        return size;
    }

    boolean isReady() {
        return lengths.size() == sources.size();
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** The event member that tells which source could not be played. */
    Map<String, Object> failedSource() {
        return Map.of("failedPlaySourceIndex", lengths.size());
    }

    Duration length() {
        return lengths.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Looks at sources up to one that has to be fetched. */
    Prompt prepare(String operationId, MediaContext mediaContext) {
        Prompt next = this;
        while (!next.isReady() && !next.hasFailed()) {
            Sound sound = mediaContext.sounds().of(sources.get(next.lengths.size()));
            if (sound instanceof Sound.Elsewhere file) {
                mediaContext.fetch(operationId, file.uri());
                return next;
            }
            next = next.with(sound);
        }
        return next;
    }

    /** A source has been fetched; looks at those after it. */
    Prompt fetched(Sound sound, String operationId, MediaContext mediaContext) {
        if (isReady() || hasFailed()) {
            return this;
        }
        Sound known = sound instanceof Sound.Playable file
                ? new Sound.Playable(mediaContext.sounds().length(file.length()))
                : sound;
        return with(known).prepare(operationId, mediaContext);
    }

    private Prompt with(Sound sound) {
        if (sound instanceof Sound.Playable playable) {
            List<Duration> longer = new ArrayList<>(lengths);
            longer.add(playable.length());
            return new Prompt(sources, longer, null);
        }
        return new Prompt(sources, lengths, ((Sound.Unplayable) sound).reason());
    }
}
