package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.model.StopMediaStreamingRequest;

final class StopMediaStreamingOperation extends MediaOperation<StopMediaStreamingRequest> {

    private static final CompletionRules ENDS = CompletionRules.byCall("MediaStreamingStopped")
            .with(CorrelationKey.CALL, "MediaStreamingFailed", EventMeaning.FAILED);

    StopMediaStreamingOperation() {
        super(StopMediaStreamingRequest.class, ":stopMediaStreaming", List.of());
    }

    @Override
    void check(StopMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
