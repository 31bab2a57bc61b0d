package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StartTranscriptionRequest;

final class StartTranscriptionOperation extends MediaOperation<StartTranscriptionRequest> {

    private static final Completion ENDS = Completion.told("TranscriptionStarted", "TranscriptionFailed");

    StartTranscriptionOperation() {
        super(
                StartTranscriptionRequest.class,
                ":startTranscription",
                Map.of(Input.locale, "locale", Input.speechModelEndpointId, "speechModelEndpointId"));
    }

    @Override
    void check(StartTranscriptionRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
