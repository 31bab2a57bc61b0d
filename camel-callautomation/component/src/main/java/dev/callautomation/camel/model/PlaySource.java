package dev.callautomation.camel.model;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A prompt. The one of file, text and ssml that belongs to the kind is set.
 *
 * @param kind the kind of prompt; derived if {@code null}
 * @param playSourceCacheId the key under which the service caches the prepared audio; may be {@code null}
 * @param file an audio file
 * @param text a text
 * @param ssml a document in the Speech Synthesis Markup Language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaySource(
        @Nullable PlaySourceType kind,
        @Nullable String playSourceCacheId,
        @Nullable FileSource file,
        @Nullable TextSource text,
        @Nullable SsmlSource ssml) {

    /** @throws IllegalArgumentException if there is not exactly one of file, text and ssml */
    public PlaySource {
        long given = Stream.of(file, text, ssml).filter(Objects::nonNull).count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "what is played is one of file, text and ssml, but " + given + " are given");
        }
        if (kind == null) {
            kind = file != null ? PlaySourceType.FILE : text != null ? PlaySourceType.TEXT : PlaySourceType.SSML;
        }
    }

    /** @param uri the URL that the service reads the audio file from, {@code https://...} */
    public static PlaySource file(String uri) {
        return new PlaySource(PlaySourceType.FILE, null, new FileSource(uri), null, null);
    }

    /**
     * @param text      the text to speak
     * @param voiceName the voice, such as {@code en-US-NancyNeural}
     */
    public static PlaySource text(String text, String voiceName) {
        return new PlaySource(PlaySourceType.TEXT, null, null, new TextSource(text, null, null, voiceName, null), null);
    }

    /** @param ssmlText a document in the Speech Synthesis Markup Language */
    public static PlaySource ssml(String ssmlText) {
        return new PlaySource(PlaySourceType.SSML, null, null, null, new SsmlSource(ssmlText, null));
    }
}
