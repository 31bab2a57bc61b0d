package dev.callautomation.camel.model;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something to play. One of file, text and ssml is set, the one of the kind.
 *
 * @param kind which of them is set; worked out if {@code null}
 * @param playSourceCacheId names the prepared sound, so that the service need not prepare it again; may be {@code null}
 * @param file a recording
 * @param text a text
 * @param ssml a text with instructions
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
            kind = file != null ? PlaySourceType.file : text != null ? PlaySourceType.text : PlaySourceType.ssml;
        }
    }

    /** @param uri where the service fetches the recording, {@code https://...} */
    public static PlaySource file(String uri) {
        return new PlaySource(PlaySourceType.file, null, new FileSource(uri), null, null);
    }

    /**
     * @param text      what is said
     * @param voiceName who says it, such as {@code en-US-NancyNeural}
     */
    public static PlaySource text(String text, String voiceName) {
        return new PlaySource(PlaySourceType.text, null, null, new TextSource(text, null, null, voiceName, null), null);
    }

    /** @param ssmlText a document in the Speech Synthesis Markup Language */
    public static PlaySource ssml(String ssmlText) {
        return new PlaySource(PlaySourceType.ssml, null, null, null, new SsmlSource(ssmlText, null));
    }
}
