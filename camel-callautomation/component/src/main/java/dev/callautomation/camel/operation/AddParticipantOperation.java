package dev.callautomation.camel.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.AddParticipantResponse;
import dev.callautomation.camel.model.CancelAddParticipantRequest;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;

final class AddParticipantOperation extends MidCallOperation<AddParticipantRequest> {

    private static final Completion ENDS = Completion.told("AddParticipantSucceeded", "AddParticipantFailed")
            // no AddParticipantFailed comes for an invitation that is taken back
            .with(Link.INVITATION, "CancelAddParticipantSucceeded", Verdict.FAILED);

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

    @Override
    public Completion completion() {
        return ENDS;
    }

    @Override
    public Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        Object invitation = result.headers().get(Input.invitationId.header());
        if (invitation == null) {
            return null;
        }
        byte[] body = write(new CancelAddParticipantRequest(invitation.toString(), null, null));
        return service.send(new ApiRequest(
                HttpMethod.POST,
                Paths.call(inputs) + CancelAddParticipantOperation.ACTION,
                body,
                Repeatability.create()));
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
