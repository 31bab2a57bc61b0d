package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The state of a recording.
 *
 * @param recordingId names the recording in later requests
 * @param recordingState whether it runs; {@code null} if the service sends a state this version does not know
 * @param recordingKind who records; {@code null} if the service sends a kind this version does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingStateResponse(
        String recordingId,
        @Nullable RecordingState recordingState,
        @Nullable RecordingKind recordingKind) {}
