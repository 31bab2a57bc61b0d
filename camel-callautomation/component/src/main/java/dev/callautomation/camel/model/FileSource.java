package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A recording that is played.
 *
 * @param uri where the service fetches it, {@code https://...}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileSource(String uri) {}
