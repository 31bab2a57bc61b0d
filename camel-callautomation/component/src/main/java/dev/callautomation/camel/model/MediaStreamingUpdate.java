package dev.callautomation.camel.model;

/**
 * The state of a media stream.
 *
 * @param contentType {@code Audio}
 * @param mediaStreamingStatus {@code null} if it is newer than this version
 * @param mediaStreamingStatusDetails {@code null} if they are newer than this version
 */
public record MediaStreamingUpdate(
        String contentType,
        MediaStreamingStatus mediaStreamingStatus,
        MediaStreamingStatusDetails mediaStreamingStatusDetails) {}
