package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.model.RejectCallRequest;

final class RejectCallOperation extends JsonOperation<RejectCallRequest> {

    private static final Input CALL_REJECT_REASON = Input.overridable("callRejectReason");

    RejectCallOperation() {
        super(
                RejectCallRequest.class,
                List.of(
                        Inputs.INCOMING_CALL_CONTEXT.fills("incomingCallContext"),
                        CALL_REJECT_REASON.fills("callRejectReason")));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.CALLS + ":reject";
    }

    @Override
    void check(RejectCallRequest request) {
        RequestValidation.present(
                request.incomingCallContext(), "no incoming call to reject", Inputs.INCOMING_CALL_CONTEXT);
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.NOTHING;
    }
}
