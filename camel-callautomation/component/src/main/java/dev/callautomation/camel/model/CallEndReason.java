package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The reason for the end of a call.
 *
 * @param code similar to an HTTP or SIP status; may be {@code null}
 * @param subCode the subcode, specific to the service; may be {@code null}
 * @param phrase a description; may be {@code null}
 */
public record CallEndReason(
        @Nullable Integer code,
        @Nullable Integer subCode,
        @Nullable String phrase) {}
