package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StopTranscriptionRequest;

final class StopTranscriptionOperation extends MediaOperation<StopTranscriptionRequest> {

    StopTranscriptionOperation() {
        super(StopTranscriptionRequest.class, ":stopTranscription", Map.of());
    }

    @Override
    void check(StopTranscriptionRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
