package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An audio file to play.
 *
 * @param uri the URL that the service reads the file from, {@code https://...}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileSource(String uri) {}
