package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.HoldRequest;

final class HoldOperation extends MediaOperation<HoldRequest> {

    HoldOperation() {
        super(HoldRequest.class, ":hold", Map.of(Input.target, "targetParticipant"), "playSourceInfo");
    }

    @Override
    void check(HoldRequest request) {
        Check.present(request.targetParticipant(), "nothing says who is put on hold", Input.target);
        MediaCheck.playSource(request.playSourceInfo());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
