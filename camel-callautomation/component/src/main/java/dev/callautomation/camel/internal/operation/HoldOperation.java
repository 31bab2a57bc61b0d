package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.model.HoldRequest;

final class HoldOperation extends MediaOperation<HoldRequest> {

    HoldOperation() {
        super(HoldRequest.class, ":hold", List.of(Inputs.TARGET.fills("targetParticipant")), "playSourceInfo");
    }

    @Override
    void check(HoldRequest request) {
        RequestValidation.present(request.targetParticipant(), "no participant to put on hold", Inputs.TARGET);
        MediaValidation.playSource(request.playSourceInfo());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ends("");
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, HoldRequest document) {
        return CompletionExpectation.of(ends(document.targetParticipant().rawId()))
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID));
    }

    private static CompletionRules ends(String rawId) {
        return CompletionRules.byParticipantState(rawId, "isOnHold", true)
                .with(CorrelationKey.OPERATION, "HoldFailed", EventMeaning.FAILED);
    }
}
