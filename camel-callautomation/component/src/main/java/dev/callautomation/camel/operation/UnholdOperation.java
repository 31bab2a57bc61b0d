package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.UnholdRequest;

final class UnholdOperation extends MediaOperation<UnholdRequest> {

    UnholdOperation() {
        super(UnholdRequest.class, ":unhold", Map.of(Input.target, "targetParticipant"));
    }

    @Override
    void check(UnholdRequest request) {
        Check.present(request.targetParticipant(), "nothing says who is taken off hold", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
