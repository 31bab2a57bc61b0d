package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.ContinuousDtmfRecognitionRequest;

/** Starts or stops reporting every key that a party presses. */
final class ContinuousDtmfOperation extends MediaOperation<ContinuousDtmfRecognitionRequest> {

    /** @param action what follows the call connection's path */
    ContinuousDtmfOperation(String action) {
        super(ContinuousDtmfRecognitionRequest.class, action, Map.of(Input.target, "targetParticipant"));
    }

    @Override
    void check(ContinuousDtmfRecognitionRequest request) {
        Check.present(request.targetParticipant(), "nothing says whose keys are meant", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
