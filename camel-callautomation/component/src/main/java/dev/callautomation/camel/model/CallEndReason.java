package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a call ended.
 *
 * @param code like an HTTP or SIP status; may be {@code null}
 * @param subCode the service's own reason; may be {@code null}
 * @param phrase the reason in words; may be {@code null}
 */
public record CallEndReason(
        @Nullable Integer code,
        @Nullable Integer subCode,
        @Nullable String phrase) {}
