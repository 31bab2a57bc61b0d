package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.HoldRequest;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;

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

    @Override
    public Completion completion() {
        return ends("");
    }

    @Override
    Expectation expectation(OperationInputs inputs, HoldRequest document) {
        return Expectation.of(ends(document.targetParticipant().rawId()))
                .about(Link.CALL, inputs.required(Input.callConnectionId));
    }

    private static Completion ends(String rawId) {
        return Completion.state(rawId, "isOnHold", true).with(Link.OPERATION, "HoldFailed", Verdict.FAILED);
    }
}
