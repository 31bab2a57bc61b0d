package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.UnholdRequest;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;

final class UnholdOperation extends MediaOperation<UnholdRequest> {

    UnholdOperation() {
        super(UnholdRequest.class, ":unhold", Map.of(Input.target, "targetParticipant"));
    }

    @Override
    void check(UnholdRequest request) {
        Check.present(request.targetParticipant(), "nothing says who is taken off hold", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ends("");
    }

    @Override
    Expectation expectation(OperationInputs inputs, UnholdRequest document) {
        return Expectation.of(ends(document.targetParticipant().rawId()))
                .about(Link.CALL, inputs.required(Input.callConnectionId));
    }

    private static Completion ends(String rawId) {
        return Completion.state(rawId, "isOnHold", false).with(Link.OPERATION, "HoldFailed", Verdict.FAILED);
    }
}
