package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.model.RedirectCallRequest;

final class RedirectCallOperation extends JsonOperation<RedirectCallRequest> {

    RedirectCallOperation() {
        super(
                RedirectCallRequest.class,
                List.of(Inputs.INCOMING_CALL_CONTEXT.fills("incomingCallContext"), Inputs.TARGET.fills("target")));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.CALLS + ":redirect";
    }

    @Override
    void check(RedirectCallRequest request) {
        RequestValidation.present(
                request.incomingCallContext(), "no incoming call to redirect", Inputs.INCOMING_CALL_CONTEXT);
        RequestValidation.present(request.target(), "no target to redirect the call to", Inputs.TARGET);
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.NOTHING;
    }
}
