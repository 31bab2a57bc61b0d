package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Options of a play operation.
 *
 * @param loop whether the prompt repeats until it is canceled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlayOptions(Boolean loop) {}
