package dev.callautomation.simulator.engine.media;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How long things take to play, and which files there are.
 *
 * @param fixed every source takes this long, {@code null} for realistic times: text as it is read aloud, a WAV file
 *     as its header says
 * @param reachable hosts whose files are fetched; all others are taken to exist
 */
public record SoundSettings(Duration fixed, Predicate<String> reachable) {

    /** A file whose length is not known. */
    static final Duration UNKNOWN_FILE = Duration.ofSeconds(3);

    private static final int CHARACTERS_PER_SECOND = 15;

    /** What can be told without looking. */
    public Sound of(PlaySource source) {
        if (source instanceof PlaySource.File file) {
            return file(file.uri());
        }
        String text = source.label();
        return text.isBlank()
                ? new Sound.Unplayable(MediaResult.NOTHING_TO_SAY)
                : new Sound.Playable(length(Duration.ofMillis(text.length() * 1_000L / CHARACTERS_PER_SECOND)));
    }

    /** How long a source sounds, as far as that can be told without looking. */
    public Duration lengthOf(PlaySource source) {
        return of(source) instanceof Sound.Playable playable ? playable.length() : length(null);
    }

    /** The length to use for a sound that takes this long by itself, {@code null} when that is not known. */
    Duration length(Duration own) {
        if (fixed != null) {
            return fixed;
        }
        return own == null ? UNKNOWN_FILE : own;
    }

    private Sound file(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (reachable.test(host)) {
            return new Sound.Elsewhere(uri);
        }
        // never to be found, by RFC 2606
        if (host.endsWith(".invalid")) {
            return new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED);
        }
        String path = uri.getPath().toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean another = name.contains(".") && !name.endsWith(".wav") && !name.endsWith(".mp3");
        return another ? new Sound.Unplayable(MediaResult.FILE_FORMAT_INVALID) : new Sound.Playable(length(null));
    }
}
