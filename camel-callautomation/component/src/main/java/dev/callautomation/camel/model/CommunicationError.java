package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The error in a refusal of the REST API, {@code {"error": {"code": "8522", "message": "Call not found."}}}.
 *
 * @param code    the service's code; most are numbers
 * @param message the service's words
 * @param target  what the error is about; may be {@code null}
 */
public record CommunicationError(
        String code, String message, @Nullable String target) {}
