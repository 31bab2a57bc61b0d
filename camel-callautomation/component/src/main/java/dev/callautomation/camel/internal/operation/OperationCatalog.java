package dev.callautomation.camel.internal.operation;

import java.util.EnumMap;
import java.util.Map;

import dev.callautomation.camel.CallAutomationOperation;

/** Finds the class of an operation. The classes hold no state, so one object serves all endpoints. */
public final class OperationCatalog {

    private static final Map<CallAutomationOperation, CallOperation> OPERATIONS =
            new EnumMap<>(CallAutomationOperation.class);

    static {
        OPERATIONS.put(CallAutomationOperation.createCall, new CreateCallOperation());
        OPERATIONS.put(CallAutomationOperation.connectCall, new ConnectCallOperation());
        OPERATIONS.put(CallAutomationOperation.answerCall, new AnswerCallOperation());
        OPERATIONS.put(CallAutomationOperation.rejectCall, new RejectCallOperation());
        OPERATIONS.put(CallAutomationOperation.redirectCall, new RedirectCallOperation());
        OPERATIONS.put(CallAutomationOperation.transfer, new TransferOperation());
        OPERATIONS.put(CallAutomationOperation.addParticipant, new AddParticipantOperation());
        OPERATIONS.put(CallAutomationOperation.cancelAddParticipant, new CancelAddParticipantOperation());
        OPERATIONS.put(CallAutomationOperation.removeParticipant, new RemoveParticipantOperation());
        OPERATIONS.put(CallAutomationOperation.moveParticipants, new MoveParticipantsOperation());
        OPERATIONS.put(CallAutomationOperation.muteParticipant, new MuteParticipantOperation());
        OPERATIONS.put(CallAutomationOperation.hangUp, new HangUpOperation());
        OPERATIONS.put(CallAutomationOperation.getParticipant, new GetParticipantOperation());
        OPERATIONS.put(CallAutomationOperation.listParticipants, new ListParticipantsOperation());
        OPERATIONS.put(CallAutomationOperation.getCallProperties, new GetCallPropertiesOperation());
        OPERATIONS.put(CallAutomationOperation.play, new PlayOperation());
        OPERATIONS.put(CallAutomationOperation.recognize, new RecognizeOperation());
        OPERATIONS.put(CallAutomationOperation.cancelAllMediaOperations, new CancelAllMediaOperation());
        OPERATIONS.put(CallAutomationOperation.startContinuousDtmfRecognition, ContinuousDtmfOperation.start());
        OPERATIONS.put(CallAutomationOperation.stopContinuousDtmfRecognition, ContinuousDtmfOperation.stop());
        OPERATIONS.put(CallAutomationOperation.sendDtmfTones, new SendDtmfTonesOperation());
        OPERATIONS.put(CallAutomationOperation.hold, new HoldOperation());
        OPERATIONS.put(CallAutomationOperation.unhold, new UnholdOperation());
        OPERATIONS.put(CallAutomationOperation.startTranscription, new StartTranscriptionOperation());
        OPERATIONS.put(CallAutomationOperation.updateTranscription, new UpdateTranscriptionOperation());
        OPERATIONS.put(CallAutomationOperation.stopTranscription, new StopTranscriptionOperation());
        OPERATIONS.put(CallAutomationOperation.startMediaStreaming, new StartMediaStreamingOperation());
        OPERATIONS.put(CallAutomationOperation.stopMediaStreaming, new StopMediaStreamingOperation());
        OPERATIONS.put(CallAutomationOperation.startRecording, new StartRecordingOperation());
        OPERATIONS.put(CallAutomationOperation.stopRecording, RecordingAction.stop());
        OPERATIONS.put(CallAutomationOperation.pauseRecording, RecordingAction.pause());
        OPERATIONS.put(CallAutomationOperation.resumeRecording, RecordingAction.resume());
        OPERATIONS.put(CallAutomationOperation.getRecordingState, new GetRecordingStateOperation());
        OPERATIONS.put(CallAutomationOperation.downloadRecording, new DownloadRecordingOperation());
        OPERATIONS.put(CallAutomationOperation.deleteRecording, new DeleteRecordingOperation());
    }

    private OperationCatalog() {}

    /** Whether an event may complete an operation whose operation context it does not return. */
    public static boolean completesByCorrelation(String type) {
        return CompletingTypes.withoutContext(type);
    }

    public static CallOperation find(CallAutomationOperation operation) {
        return OPERATIONS.get(operation);
    }
}
