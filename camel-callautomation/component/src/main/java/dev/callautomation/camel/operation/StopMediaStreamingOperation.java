package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StopMediaStreamingRequest;

final class StopMediaStreamingOperation extends MediaOperation<StopMediaStreamingRequest> {

    StopMediaStreamingOperation() {
        super(StopMediaStreamingRequest.class, ":stopMediaStreaming", Map.of());
    }

    @Override
    void check(StopMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
