package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How something is played.
 *
 * @param loop whether it is repeated until it is canceled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlayOptions(Boolean loop) {}
