package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StopMediaStreamingRequest;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;

final class StopMediaStreamingOperation extends MediaOperation<StopMediaStreamingRequest> {

    private static final Completion ENDS =
            Completion.seen("MediaStreamingStopped").with(Link.CALL, "MediaStreamingFailed", Verdict.FAILED);

    StopMediaStreamingOperation() {
        super(StopMediaStreamingRequest.class, ":stopMediaStreaming", Map.of());
    }

    @Override
    void check(StopMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
