package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.CancelAddParticipantRequest;
import dev.callautomation.camel.model.CancelAddParticipantResponse;

final class CancelAddParticipantOperation extends MidCallOperation<CancelAddParticipantRequest> {

    static final String ACTION = "/participants:cancelAddParticipant";

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("CancelAddParticipantSucceeded", "CancelAddParticipantFailed");

    CancelAddParticipantOperation() {
        super(CancelAddParticipantRequest.class, ACTION, List.of(Inputs.INVITATION_ID.fills("invitationId")));
    }

    @Override
    void check(CancelAddParticipantRequest request) {
        RequestValidation.present(request.invitationId(), "no invitation to cancel", Inputs.INVITATION_ID);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, CancelAddParticipantResponse.class));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
