package dev.callautomation.camel.internal.operation;

import java.util.Set;

/**
 * Types of events that complete operations. Listed, not read from the operations, so that the first event does not load the
 * classes of all operations and requests: a tenth of those that the component adds to a start.
 */
public final class CompletingTypes {

    static final Set<String> TYPES = Set.of(
            "CallDisconnected",
            "CancelAddParticipantSucceeded",
            "ContinuousDtmfRecognitionStopped",
            "MediaStreamingFailed",
            "MediaStreamingStopped",
            "ParticipantsUpdated",
            "PlayCanceled",
            "RecognizeCanceled",
            "RecordingStateChanged",
            "StartRecordingFailed",
            "TranscriptionFailed",
            "TranscriptionStopped");

    private CompletingTypes() {}

    /** Whether an event may complete an operation whose operation context it does not return. */
    public static boolean withoutContext(String type) {
        return TYPES.contains(type);
    }
}
