package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.RejectCallRequest;

final class RejectCallOperation extends JsonOperation<RejectCallRequest> {

    RejectCallOperation() {
        super(
                RejectCallRequest.class,
                Map.of(Input.incomingCallContext, "incomingCallContext", Input.callRejectReason, "callRejectReason"));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.CALLS + ":reject";
    }

    @Override
    void check(RejectCallRequest request) {
        Check.present(request.incomingCallContext(), "nothing says which call to reject", Input.incomingCallContext);
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.NOTHING;
    }
}
