package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.RemoveParticipantRequest;
import dev.callautomation.camel.model.RemoveParticipantResponse;

final class RemoveParticipantOperation extends MidCallOperation<RemoveParticipantRequest> {

    private static final CompletionRules ENDS = CompletionRules.byOperationContext(
                    "RemoveParticipantSucceeded", "RemoveParticipantFailed")
            .mayEndCall();

    RemoveParticipantOperation() {
        super(
                RemoveParticipantRequest.class,
                "/participants:remove",
                List.of(Inputs.TARGET.fills("participantToRemove")));
    }

    @Override
    void check(RemoveParticipantRequest request) {
        RequestValidation.present(request.participantToRemove(), "no participant to remove", Inputs.TARGET);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, RemoveParticipantResponse.class));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
