package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.UpdateTranscriptionRequest;

final class UpdateTranscriptionOperation extends MediaOperation<UpdateTranscriptionRequest> {

    private static final Completion ENDS = Completion.told("TranscriptionUpdated", "TranscriptionFailed");

    UpdateTranscriptionOperation() {
        super(
                UpdateTranscriptionRequest.class,
                ":updateTranscription",
                Map.of(Input.locale, "locale", Input.speechModelEndpointId, "speechModelEndpointId"));
    }

    @Override
    void check(UpdateTranscriptionRequest request) {
        if (request.speechModelEndpointId() == null) {
            Check.present(request.locale(), "nothing says what changes", Input.locale);
        }
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
