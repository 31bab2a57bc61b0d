package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.RemoveParticipantRequest;
import dev.callautomation.camel.model.RemoveParticipantResponse;

final class RemoveParticipantOperation extends MidCallOperation<RemoveParticipantRequest> {

    private static final Completion ENDS = Completion.told("RemoveParticipantSucceeded", "RemoveParticipantFailed")
            .mayEndCall();

    RemoveParticipantOperation() {
        super(RemoveParticipantRequest.class, "/participants:remove", Map.of(Input.target, "participantToRemove"));
    }

    @Override
    void check(RemoveParticipantRequest request) {
        Check.present(request.participantToRemove(), "nothing says who has to leave", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, RemoveParticipantResponse.class));
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
