package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.model.UnholdRequest;

final class UnholdOperation extends MediaOperation<UnholdRequest> {

    UnholdOperation() {
        super(UnholdRequest.class, ":unhold", List.of(Inputs.TARGET.fills("targetParticipant")));
    }

    @Override
    void check(UnholdRequest request) {
        RequestValidation.present(request.targetParticipant(), "no participant to take off hold", Inputs.TARGET);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ends("");
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, UnholdRequest document) {
        return CompletionExpectation.of(ends(document.targetParticipant().rawId()))
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID));
    }

    private static CompletionRules ends(String rawId) {
        return CompletionRules.byParticipantState(rawId, "isOnHold", false)
                .with(CorrelationKey.OPERATION, "HoldFailed", EventMeaning.FAILED);
    }
}
