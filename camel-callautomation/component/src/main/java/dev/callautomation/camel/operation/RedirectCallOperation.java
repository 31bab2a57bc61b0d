package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.RedirectCallRequest;

final class RedirectCallOperation extends JsonOperation<RedirectCallRequest> {

    RedirectCallOperation() {
        super(
                RedirectCallRequest.class,
                Map.of(Input.incomingCallContext, "incomingCallContext", Input.target, "target"));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.CALLS + ":redirect";
    }

    @Override
    void check(RedirectCallRequest request) {
        Check.present(request.incomingCallContext(), "nothing says which call to redirect", Input.incomingCallContext);
        Check.present(request.target(), "nothing says who gets the call", Input.target);
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.NOTHING;
    }
}
