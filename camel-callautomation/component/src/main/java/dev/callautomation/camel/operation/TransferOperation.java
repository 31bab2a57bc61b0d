package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.TransferCallResponse;
import dev.callautomation.camel.model.TransferToParticipantRequest;

final class TransferOperation extends MidCallOperation<TransferToParticipantRequest> {

    /** "Call ended by service after successful transfer" in the service's list of call-end codes. */
    private static final int TRANSFERRED = 7015;

    private static final Completion ENDS =
            Completion.told("CallTransferAccepted", "CallTransferFailed").mayEndCall(TRANSFERRED);

    TransferOperation() {
        super(
                TransferToParticipantRequest.class,
                ":transferToParticipant",
                Members.join(
                        Map.of(
                                Input.target, "targetParticipant",
                                Input.transferee, "transferee",
                                Input.sourceCallerIdNumber, "sourceCallerIdNumber"),
                        Members.CUSTOM_CONTEXT));
    }

    @Override
    void check(TransferToParticipantRequest request) {
        Check.present(request.targetParticipant(), "nothing says who gets the call", Input.target);
        Check.customContext(request.customCallingContext());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, TransferCallResponse.class));
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
