package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The error in a refusal of the REST API, {@code {"error": {"code": "8522", "message": "Call not found."}}}.
 *
 * @param code    the code; most codes are numbers
 * @param message a description
 * @param target  the target of the error; may be {@code null}
 */
public record CommunicationError(
        String code, String message, @Nullable String target) {}
