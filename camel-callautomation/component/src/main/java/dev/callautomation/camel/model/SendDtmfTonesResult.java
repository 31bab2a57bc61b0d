package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The tones are being sent.
 *
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendDtmfTonesResult(@Nullable String operationContext) {}
