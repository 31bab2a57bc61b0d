package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.CancelAddParticipantRequest;
import dev.callautomation.camel.model.CancelAddParticipantResponse;

final class CancelAddParticipantOperation extends MidCallOperation<CancelAddParticipantRequest> {

    static final String ACTION = "/participants:cancelAddParticipant";

    private static final Completion ENDS =
            Completion.told("CancelAddParticipantSucceeded", "CancelAddParticipantFailed");

    CancelAddParticipantOperation() {
        super(CancelAddParticipantRequest.class, ACTION, Map.of(Input.invitationId, "invitationId"));
    }

    @Override
    void check(CancelAddParticipantRequest request) {
        Check.present(request.invitationId(), "nothing says which invitation to take back", Input.invitationId);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, CancelAddParticipantResponse.class));
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
