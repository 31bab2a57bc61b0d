package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The state of a media stream.
 *
 * @param contentType {@code Audio}
 * @param mediaStreamingStatus {@code null} if unknown to this version
 * @param mediaStreamingStatusDetails {@code null} if unknown to this version
 */
public record MediaStreamingUpdate(
        String contentType,
        @Nullable MediaStreamingStatus mediaStreamingStatus,
        @Nullable MediaStreamingStatusDetails mediaStreamingStatusDetails) {}
