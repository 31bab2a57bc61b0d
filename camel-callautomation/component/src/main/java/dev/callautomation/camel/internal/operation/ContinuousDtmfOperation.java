package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.ContinuousDtmfRecognitionRequest;

/** Starts or stops the recognition of all tones of a participant, with an event for each. */
final class ContinuousDtmfOperation extends MediaOperation<ContinuousDtmfRecognitionRequest> {

    private final CompletionRules completion;

    private ContinuousDtmfOperation(String action, CompletionRules completion) {
        super(ContinuousDtmfRecognitionRequest.class, action, List.of(Inputs.TARGET.fills("targetParticipant")));
        this.completion = completion;
    }

    /** Not completed by an event: its events are those of the tones. */
    static ContinuousDtmfOperation start() {
        return new ContinuousDtmfOperation(":startContinuousDtmfRecognition", null);
    }

    static ContinuousDtmfOperation stop() {
        return new ContinuousDtmfOperation(
                ":stopContinuousDtmfRecognition", CompletionRules.byCall("ContinuousDtmfRecognitionStopped"));
    }

    @Override
    public CompletionRules completion() {
        return completion;
    }

    @Override
    void check(ContinuousDtmfRecognitionRequest request) {
        RequestValidation.present(
                request.targetParticipant(), "no participant whose tones to recognize", Inputs.TARGET);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
