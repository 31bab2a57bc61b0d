package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The state of a recording.
 *
 * @param recordingId the id of the recording for later requests
 * @param recordingState the state; {@code null} if unknown to this version
 * @param recordingKind the kind; {@code null} if unknown to this version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingStateResponse(
        String recordingId,
        @Nullable RecordingState recordingState,
        @Nullable RecordingKind recordingKind) {}
