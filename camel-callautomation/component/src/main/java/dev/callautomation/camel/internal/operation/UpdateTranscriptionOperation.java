package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.UpdateTranscriptionRequest;

final class UpdateTranscriptionOperation extends MediaOperation<UpdateTranscriptionRequest> {

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("TranscriptionUpdated", "TranscriptionFailed");

    UpdateTranscriptionOperation() {
        super(
                UpdateTranscriptionRequest.class,
                ":updateTranscription",
                List.of(Inputs.LOCALE.fills("locale"), Inputs.SPEECH_MODEL_ENDPOINT_ID.fills("speechModelEndpointId")));
    }

    @Override
    void check(UpdateTranscriptionRequest request) {
        if (request.speechModelEndpointId() == null) {
            RequestValidation.present(request.locale(), "no locale or speech model to change to", Inputs.LOCALE);
        }
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
