package dev.callautomation.camel.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.AddParticipantResponse;

final class AddParticipantOperation extends MidCallOperation<AddParticipantRequest> {

    AddParticipantOperation() {
        super(
                AddParticipantRequest.class,
                "/participants:add",
                Members.join(
                        Map.of(
                                Input.target, "participantToAdd",
                                Input.sourceCallerIdNumber, "sourceCallerIdNumber",
                                Input.sourceDisplayName, "sourceDisplayName",
                                Input.invitationTimeoutInSeconds, "invitationTimeoutInSeconds"),
                        Members.CUSTOM_CONTEXT));
    }

    @Override
    void check(AddParticipantRequest request) {
        Check.present(request.participantToAdd(), "nobody is invited", Input.target);
        Check.callerId(List.of(request.participantToAdd()), request.sourceCallerIdNumber());
        Check.invitationTimeout(request.invitationTimeoutInSeconds());
        Check.customContext(request.customCallingContext());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        AddParticipantResponse invitation = read(answer, AddParticipantResponse.class);
        return new OperationResult(
                invitation, Collections.singletonMap(Input.invitationId.header(), invitation.invitationId()));
    }
}
