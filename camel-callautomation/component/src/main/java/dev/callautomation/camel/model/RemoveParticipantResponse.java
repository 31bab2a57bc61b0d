package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The service puts a party out.
 *
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoveParticipantResponse(String operationContext) {}
