package dev.callautomation.simulator.fault;

import java.util.Map;
import java.util.Set;

/** Which callbacks an accepted operation may lead to by itself. */
final class OperationEvents {

    private static final String ROSTER = "ParticipantsUpdated";
    private static final String ENDED = "CallDisconnected";
    private static final String RECORDING = "RecordingStateChanged";

    private static final Map<String, Set<String>> OF_OPERATION = Map.ofEntries(
            Map.entry("createCall", Set.of("CallConnected", "CreateCallFailed", ROSTER, ENDED)),
            Map.entry("answerCall", Set.of("CallConnected", "AnswerFailed", ROSTER, ENDED)),
            Map.entry("connect", Set.of("CallConnected", "ConnectFailed", ROSTER, ENDED)),
            Map.entry("hangupCall", Set.of(ENDED, ROSTER)),
            Map.entry("terminateCall", Set.of(ENDED, ROSTER)),
            Map.entry("transferToParticipant", Set.of("CallTransferAccepted", "CallTransferFailed", ROSTER, ENDED)),
            Map.entry("addParticipant", Set.of("AddParticipantSucceeded", "AddParticipantFailed", ROSTER)),
            Map.entry(
                    "cancelAddParticipant",
                    Set.of("CancelAddParticipantSucceeded", "CancelAddParticipantFailed", "AddParticipantFailed")),
            Map.entry("removeParticipant", Set.of("RemoveParticipantSucceeded", "RemoveParticipantFailed", ROSTER)),
            Map.entry("moveParticipants", Set.of("MoveParticipantSucceeded", "MoveParticipantFailed", ROSTER)),
            Map.entry("mute", Set.of(ROSTER)),
            Map.entry("play", Set.of("PlayStarted", "PlayCompleted", "PlayFailed", "PlayCanceled")),
            Map.entry("recognize", Set.of("RecognizeCompleted", "RecognizeFailed", "RecognizeCanceled")),
            Map.entry("cancelAllMediaOperations", Set.of("PlayCanceled", "RecognizeCanceled")),
            Map.entry("sendDtmfTones", Set.of("SendDtmfTonesCompleted", "SendDtmfTonesFailed")),
            Map.entry("stopContinuousDtmfRecognition", Set.of("ContinuousDtmfRecognitionStopped")),
            Map.entry("hold", Set.of(ROSTER, "HoldFailed")),
            Map.entry("unhold", Set.of(ROSTER)),
            Map.entry("startRecording", Set.of(RECORDING, "StartRecordingFailed")),
            Map.entry("pauseRecording", Set.of(RECORDING)),
            Map.entry("resumeRecording", Set.of(RECORDING)),
            Map.entry("stopRecording", Set.of(RECORDING)),
            Map.entry("startMediaStreaming", Set.of("MediaStreamingStarted", "MediaStreamingFailed")),
            Map.entry("stopMediaStreaming", Set.of("MediaStreamingStopped", "MediaStreamingFailed")),
            Map.entry("startTranscription", Set.of("TranscriptionStarted", "TranscriptionFailed")),
            Map.entry("updateTranscription", Set.of("TranscriptionUpdated", "TranscriptionFailed")),
            Map.entry("stopTranscription", Set.of("TranscriptionStopped", "TranscriptionFailed")));

    private OperationEvents() {}

    static Set<String> of(String operation) {
        return OF_OPERATION.getOrDefault(operation, Set.of());
    }
}
