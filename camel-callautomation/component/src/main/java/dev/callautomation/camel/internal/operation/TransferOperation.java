package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.TransferCallResponse;
import dev.callautomation.camel.model.TransferToParticipantRequest;

final class TransferOperation extends MidCallOperation<TransferToParticipantRequest> {

    private static final Input TRANSFEREE = Input.overridable("transferee");

    /** "Call ended by service after successful transfer" in the service's list of call-end codes. */
    private static final int TRANSFERRED = 7015;

    private static final CompletionRules ENDS = CompletionRules.byOperationContext(
                    "CallTransferAccepted", "CallTransferFailed")
            .mayEndCall(TRANSFERRED);

    TransferOperation() {
        super(
                TransferToParticipantRequest.class,
                ":transferToParticipant",
                Members.join(
                        List.of(
                                Inputs.TARGET.fills("targetParticipant"),
                                TRANSFEREE.fills("transferee"),
                                Inputs.SOURCE_CALLER_ID_NUMBER.fills("sourceCallerIdNumber")),
                        Members.CUSTOM_CONTEXT));
    }

    @Override
    void check(TransferToParticipantRequest request) {
        RequestValidation.present(request.targetParticipant(), "no target to transfer the call to", Inputs.TARGET);
        RequestValidation.customContext(request.customCallingContext());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, TransferCallResponse.class));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, TransferToParticipantRequest document) {
        return super.expectation(inputs, document).withTimeout(CompletionExpectation.RINGING_TIMEOUT);
    }
}
