package dev.callautomation.camel.internal.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.ChannelAffinity;
import dev.callautomation.camel.model.RecordingStateResponse;
import dev.callautomation.camel.model.RecordingStorage;
import dev.callautomation.camel.model.StartCallRecordingRequest;

/**
 * Starts recording a call. The call is that of the strongest layer that has one. If a layer has both, as the headers of an
 * event do, the locator takes precedence over the call connection: the service then responds when the recording has started.
 */
final class StartRecordingOperation extends JsonOperation<StartCallRecordingRequest> {

    private static final Input RECORDING_CONTENT_TYPE = Input.overridable("recordingContentType");
    private static final Input RECORDING_CHANNEL_TYPE = Input.overridable("recordingChannelType");
    private static final Input RECORDING_FORMAT_TYPE = Input.overridable("recordingFormatType");
    private static final Input AUDIO_CHANNEL_PARTICIPANT_ORDERING =
            Input.overridable("audioChannelParticipantOrdering");
    private static final Input PAUSE_ON_START = Input.overridable("pauseOnStart");

    // a recording that pauses on start begins inactive
    private static final CompletionRules ENDS = CompletionRules.byRecordingState(Set.of("active", "inactive"));
    private static final String CONNECTION = "callConnectionId";

    StartRecordingOperation() {
        super(
                StartCallRecordingRequest.class,
                Members.join(
                        Members.CALL_LOCATOR,
                        List.of(
                                Inputs.CALL_CONNECTION_ID.fills(CONNECTION),
                                Inputs.CALLBACK_URI.fills("recordingStateCallbackUri"),
                                Inputs.RECORDING_STATE_CALLBACK_URI.fills("recordingStateCallbackUri"),
                                RECORDING_CONTENT_TYPE.fills("recordingContentType"),
                                RECORDING_CHANNEL_TYPE.fills("recordingChannelType"),
                                RECORDING_FORMAT_TYPE.fills("recordingFormatType"),
                                AUDIO_CHANNEL_PARTICIPANT_ORDERING.fills("audioChannelParticipantOrdering[]"),
                                PAUSE_ON_START.fills("pauseOnStart"),
                                Inputs.RECORDING_DESTINATION_CONTAINER_URL.fills(
                                        "externalStorage.recordingDestinationContainerUrl"))));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.RECORDINGS;
    }

    @Override
    void complete(ObjectNode request, ObjectNode body) {
        if (request.has("callLocator")) {
            request.remove(CONNECTION);
        }
    }

    @Override
    void check(StartCallRecordingRequest request) {
        CallLocator locator = request.callLocator();
        if (locator == null) {
            RequestValidation.present(
                    request.callConnectionId(),
                    "no call to record, by serverCallId, groupCallId, roomId or callConnectionId",
                    Inputs.SERVER_CALL_ID);
        } else {
            RequestValidation.locator(locator);
        }
        RequestValidation.recordingStateCallbackUri(request.recordingStateCallbackUri());
        if (request.channelAffinity() != null) {
            request.channelAffinity().forEach(StartRecordingOperation::check);
        }
        RecordingStorage storage = request.externalStorage();
        if (storage != null) {
            RequestValidation.containerUrl(storage.recordingDestinationContainerUrl());
        }
    }

    private static void check(ChannelAffinity affinity) {
        Integer channel = affinity.channel();
        if (affinity.participant() == null || channel != null && (channel < 0 || channel > 4)) {
            throw new IllegalArgumentException(
                    "channelAffinity must assign each participant one of the channels 0 to 4");
        }
    }

    @Override
    OperationResult result(byte[] answer) {
        RecordingStateResponse recording = read(answer, RecordingStateResponse.class);
        return recording == null ? OperationResult.NOTHING : identified(recording);
    }

    /** Sets the header of the recording for the operations that follow. */
    static OperationResult identified(RecordingStateResponse recording) {
        return recording.recordingId() == null
                ? OperationResult.of(recording)
                : new OperationResult(recording, Map.of(Inputs.RECORDING_ID.header(), recording.recordingId()));
    }

    /** The id of the recording is in the response. */
    @Override
    public CompletionRules completion() {
        return ENDS;
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, StartCallRecordingRequest document) {
        return CompletionExpectation.of(ENDS).correlatedBy(CorrelationKey.CALL, inputs.text(Inputs.CALL_CONNECTION_ID));
    }
}
