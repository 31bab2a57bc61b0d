package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The state of a media stream.
 *
 * @param contentType {@code Audio}
 * @param mediaStreamingStatus {@code null} if it is newer than this version
 * @param mediaStreamingStatusDetails {@code null} if they are newer than this version
 */
public record MediaStreamingUpdate(
        String contentType,
        @Nullable MediaStreamingStatus mediaStreamingStatus,
        @Nullable MediaStreamingStatusDetails mediaStreamingStatusDetails) {}
