package dev.callautomation.simulator.fault;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The events the service sends with its api-version 2026-03-12, so that neither a fault nor a test waits for one there is not. */
public final class EventNames {

    private static final Set<String> ALL = new TreeSet<>(Set.of(
            "AddParticipantFailed",
            "AddParticipantSucceeded",
            "AnswerFailed",
            "CallConnected",
            "CallDisconnected",
            "CallTransferAccepted",
            "CallTransferFailed",
            "CancelAddParticipantFailed",
            "CancelAddParticipantSucceeded",
            "ConnectFailed",
            "ContinuousDtmfRecognitionStopped",
            "ContinuousDtmfRecognitionToneFailed",
            "ContinuousDtmfRecognitionToneReceived",
            "CreateCallFailed",
            "HoldFailed",
            "MediaStreamingFailed",
            "MediaStreamingStarted",
            "MediaStreamingStopped",
            "MoveParticipantFailed",
            "MoveParticipantSucceeded",
            "ParticipantsUpdated",
            "PlayCanceled",
            "PlayCompleted",
            "PlayFailed",
            "PlayStarted",
            "RecognizeCanceled",
            "RecognizeCompleted",
            "RecognizeFailed",
            "RecordingStateChanged",
            "RemoveParticipantFailed",
            "RemoveParticipantSucceeded",
            "SendDtmfTonesCompleted",
            "SendDtmfTonesFailed",
            "StartRecordingFailed",
            "TranscriptionFailed",
            "TranscriptionStarted",
            "TranscriptionStopped",
            "TranscriptionUpdated",
            // those of Event Grid
            "CallEnded",
            "CallParticipantAdded",
            "CallParticipantRemoved",
            "CallStarted",
            "IncomingCall",
            "RecordingFileStatusUpdated"));

    private EventNames() {}

    /** All names, sorted. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(ALL);
    }

    /**
     * Checks that there is an event of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static void check(String name) {
        if (!ALL.contains(name)) {
            throw new IllegalArgumentException("There is no event " + name + ": name one of " + ALL + ".");
        }
    }

    /**
     * Checks that faults of events name events there are.
     *
     * @throws IllegalArgumentException saying which one there is not
     */
    static void check(List<Fault> faults) {
        for (Fault fault : faults) {
            String name = fault.when().name();
            if (fault instanceof EventFault && !name.equals(Trigger.ANY) && !ALL.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no event " + name + ": name one of " + ALL + ", or * for all.");
            }
        }
    }
}
