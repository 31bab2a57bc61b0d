package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StopTranscriptionRequest;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;

final class StopTranscriptionOperation extends MediaOperation<StopTranscriptionRequest> {

    private static final Completion ENDS =
            Completion.seen("TranscriptionStopped").with(Link.CALL, "TranscriptionFailed", Verdict.FAILED);

    StopTranscriptionOperation() {
        super(StopTranscriptionRequest.class, ":stopTranscription", Map.of());
    }

    @Override
    void check(StopTranscriptionRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
