package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A text to speak.
 *
 * @param text the text
 * @param sourceLocale the language, such as {@code en-US}; may be {@code null}
 * @param voiceKind the kind of voice that the service chooses for the language; may be {@code null}
 * @param voiceName the voice, such as {@code en-US-NancyNeural}; may be {@code null}
 * @param customVoiceEndpointId a custom voice; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextSource(
        String text,
        @Nullable String sourceLocale,
        @Nullable VoiceKind voiceKind,
        @Nullable String voiceName,
        @Nullable String customVoiceEndpointId) {}
