package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When a party has said enough.
 *
 * @param endSilenceTimeoutInMs how long it must have been silent, in milliseconds; 2,000 if {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpeechOptions(@Nullable Long endSilenceTimeoutInMs) {}
