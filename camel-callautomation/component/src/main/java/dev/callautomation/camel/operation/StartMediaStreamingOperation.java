package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StartMediaStreamingRequest;

final class StartMediaStreamingOperation extends MediaOperation<StartMediaStreamingRequest> {

    StartMediaStreamingOperation() {
        super(StartMediaStreamingRequest.class, ":startMediaStreaming", Map.of());
    }

    @Override
    void check(StartMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
