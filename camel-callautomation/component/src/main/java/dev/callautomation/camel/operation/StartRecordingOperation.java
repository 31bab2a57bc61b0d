package dev.callautomation.camel.operation;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.ChannelAffinity;
import dev.callautomation.camel.model.RecordingStateResponse;
import dev.callautomation.camel.model.RecordingStorage;
import dev.callautomation.camel.model.StartCallRecordingRequest;
import dev.callautomation.camel.operation.Completion.Link;

/**
 * Starts recording a call. The strongest layer that names a call decides which; where a layer names it twice, as the
 * headers of an event do, the locator counts: the service then answers when the recording has started.
 */
final class StartRecordingOperation extends JsonOperation<StartCallRecordingRequest> {

    // a recording that pauses on start begins inactive
    private static final Completion ENDS = Completion.recording(Set.of("active", "inactive"));
    private static final String CONNECTION = "callConnectionId";

    StartRecordingOperation() {
        super(
                StartCallRecordingRequest.class,
                Members.join(
                        Members.CALL_LOCATOR,
                        Map.of(
                                Input.callConnectionId, CONNECTION,
                                Input.callbackUri, "recordingStateCallbackUri",
                                Input.recordingStateCallbackUri, "recordingStateCallbackUri",
                                Input.recordingContentType, "recordingContentType",
                                Input.recordingChannelType, "recordingChannelType",
                                Input.recordingFormatType, "recordingFormatType",
                                Input.audioChannelParticipantOrdering, "audioChannelParticipantOrdering[]",
                                Input.pauseOnStart, "pauseOnStart",
                                Input.recordingDestinationContainerUrl,
                                        "externalStorage.recordingDestinationContainerUrl")));
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
            Check.present(
                    request.callConnectionId(),
                    "nothing says which call to record; set one of serverCallId, groupCallId, roomId and"
                            + " callConnectionId",
                    Input.serverCallId);
        } else {
            Check.locator(locator);
        }
        Check.recordingStateCallbackUri(request.recordingStateCallbackUri());
        if (request.channelAffinity() != null) {
            request.channelAffinity().forEach(StartRecordingOperation::check);
        }
        RecordingStorage storage = request.externalStorage();
        if (storage != null) {
            Check.containerUrl(storage.recordingDestinationContainerUrl());
        }
    }

    private static void check(ChannelAffinity affinity) {
        Integer channel = affinity.channel();
        if (affinity.participant() == null || channel != null && (channel < 0 || channel > 4)) {
            throw new IllegalArgumentException("channelAffinity gives a participant one of the channels 0 to 4");
        }
    }

    @Override
    OperationResult result(byte[] answer) {
        return identified(read(answer, RecordingStateResponse.class));
    }

    /** Makes the recording known to the operations that follow. */
    static OperationResult identified(RecordingStateResponse recording) {
        return recording.recordingId() == null
                ? OperationResult.of(recording)
                : new OperationResult(recording, Map.of(Input.recordingId.header(), recording.recordingId()));
    }

    /** The recording's id is in the answer. */
    @Override
    public Completion completion() {
        return ENDS;
    }

    @Override
    Expectation expectation(OperationInputs inputs, StartCallRecordingRequest document) {
        return Expectation.of(ENDS).about(Link.CALL, inputs.text(Input.callConnectionId));
    }
}
