package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A prompt in the Speech Synthesis Markup Language.
 *
 * @param ssmlText a document in the Speech Synthesis Markup Language
 * @param customVoiceEndpointId a custom voice; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SsmlSource(String ssmlText, @Nullable String customVoiceEndpointId) {}
