package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The service transfers a party.
 *
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferCallResponse(String operationContext) {}
