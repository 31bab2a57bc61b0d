package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.ContinuousDtmfRecognitionRequest;

/** Starts or stops reporting every key that a party presses. */
final class ContinuousDtmfOperation extends MediaOperation<ContinuousDtmfRecognitionRequest> {

    private final Completion completion;

    private ContinuousDtmfOperation(String action, Completion completion) {
        super(ContinuousDtmfRecognitionRequest.class, action, Map.of(Input.target, "targetParticipant"));
        this.completion = completion;
    }

    /** No event tells that it has begun: those that come are of the keys. */
    static ContinuousDtmfOperation start() {
        return new ContinuousDtmfOperation(":startContinuousDtmfRecognition", null);
    }

    static ContinuousDtmfOperation stop() {
        return new ContinuousDtmfOperation(
                ":stopContinuousDtmfRecognition", Completion.seen("ContinuousDtmfRecognitionStopped"));
    }

    @Override
    public Completion completion() {
        return completion;
    }

    @Override
    void check(ContinuousDtmfRecognitionRequest request) {
        Check.present(request.targetParticipant(), "nothing says whose keys are meant", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
