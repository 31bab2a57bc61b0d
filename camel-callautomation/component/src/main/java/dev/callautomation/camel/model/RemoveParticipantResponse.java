package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The service puts a party out.
 *
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoveParticipantResponse(@Nullable String operationContext) {}
