package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.model.StopTranscriptionRequest;

final class StopTranscriptionOperation extends MediaOperation<StopTranscriptionRequest> {

    private static final CompletionRules ENDS = CompletionRules.byCall("TranscriptionStopped")
            .with(CorrelationKey.CALL, "TranscriptionFailed", EventMeaning.FAILED);

    StopTranscriptionOperation() {
        super(StopTranscriptionRequest.class, ":stopTranscription", List.of());
    }

    @Override
    void check(StopTranscriptionRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
