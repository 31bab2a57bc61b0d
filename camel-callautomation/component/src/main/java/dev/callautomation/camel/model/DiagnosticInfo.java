package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A code of the phone network and its text.
 *
 * @param code the code
 * @param message its text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosticInfo(Integer code, String message) {}
