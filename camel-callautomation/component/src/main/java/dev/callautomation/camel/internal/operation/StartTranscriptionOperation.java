package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.StartTranscriptionRequest;

final class StartTranscriptionOperation extends MediaOperation<StartTranscriptionRequest> {

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("TranscriptionStarted", "TranscriptionFailed");

    StartTranscriptionOperation() {
        super(
                StartTranscriptionRequest.class,
                ":startTranscription",
                List.of(Inputs.LOCALE.fills("locale"), Inputs.SPEECH_MODEL_ENDPOINT_ID.fills("speechModelEndpointId")));
    }

    @Override
    void check(StartTranscriptionRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
