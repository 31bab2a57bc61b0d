package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.AddParticipantResponse;
import dev.callautomation.camel.model.CancelAddParticipantRequest;

final class AddParticipantOperation extends MidCallOperation<AddParticipantRequest> {

    private static final CompletionRules ENDS = CompletionRules.byOperationContext(
                    "AddParticipantSucceeded", "AddParticipantFailed")
            // a canceled invitation has no AddParticipantFailed
            .with(CorrelationKey.INVITATION, "CancelAddParticipantSucceeded", EventMeaning.FAILED);

    AddParticipantOperation() {
        super(
                AddParticipantRequest.class,
                "/participants:add",
                Members.join(
                        List.of(
                                Inputs.TARGET.fills("participantToAdd"),
                                Inputs.SOURCE_CALLER_ID_NUMBER.fills("sourceCallerIdNumber"),
                                Inputs.SOURCE_DISPLAY_NAME.fills("sourceDisplayName"),
                                Inputs.INVITATION_TIMEOUT.fills("invitationTimeoutInSeconds")),
                        Members.CUSTOM_CONTEXT));
    }

    @Override
    void check(AddParticipantRequest request) {
        RequestValidation.present(request.participantToAdd(), "no participant to invite", Inputs.TARGET);
        RequestValidation.callerId(List.of(request.participantToAdd()), request.sourceCallerIdNumber());
        RequestValidation.invitationTimeout(request.invitationTimeoutInSeconds());
        RequestValidation.customContext(request.customCallingContext());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        AddParticipantResponse invitation = read(answer, AddParticipantResponse.class);
        String id = invitation == null ? null : invitation.invitationId();
        return new OperationResult(invitation, Collections.singletonMap(Inputs.INVITATION_ID.header(), id));
    }

    /** The service cancels the invitation after its timeout, which is 180 seconds at most. */
    @Override
    CompletionExpectation expectation(OperationInputs inputs, AddParticipantRequest document) {
        Integer seconds = document.invitationTimeoutInSeconds();
        Duration ringing = Duration.ofSeconds(seconds == null ? RequestValidation.MAX_INVITATION_TIMEOUT : seconds);
        return super.expectation(inputs, document).withTimeout(ringing.plus(CompletionExpectation.MARGIN));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }

    @Override
    public Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        Object invitation = result.headers().get(Inputs.INVITATION_ID.header());
        if (invitation == null) {
            return null;
        }
        Payload body = new Payload(Json.write(new CancelAddParticipantRequest(invitation.toString(), null, null)));
        return service.send(new ApiRequest(
                HttpMethod.POST,
                Paths.call(inputs) + CancelAddParticipantOperation.ACTION,
                body,
                Repeatability.create()));
    }

    @Override
    public CallAutomationOperation canceledBy() {
        return CallAutomationOperation.cancelAddParticipant;
    }
}
