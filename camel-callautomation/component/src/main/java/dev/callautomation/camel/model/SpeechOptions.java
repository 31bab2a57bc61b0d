package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * When a party has said enough.
 *
 * @param endSilenceTimeoutInMs how long it must have been silent, in milliseconds; 2,000 if {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpeechOptions(Long endSilenceTimeoutInMs) {}
