package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Options of speech recognition.
 *
 * @param endSilenceTimeoutInMs the silence that ends speech, in milliseconds; 2,000 if {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpeechOptions(@Nullable Long endSilenceTimeoutInMs) {}
