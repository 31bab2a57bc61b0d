package dev.callautomation.camel.internal.operation;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.ConnectRequest;

final class ConnectCallOperation extends CallStart<ConnectRequest> {

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("CallConnected", "ConnectFailed").mayEndCall();

    ConnectCallOperation() {
        super(ConnectRequest.class, Paths.CALLS + ":connect", Members.CALL_LOCATOR);
    }

    @Override
    void check(ConnectRequest request) {
        CallLocator locator = RequestValidation.present(
                request.callLocator(),
                "no call to connect to, by serverCallId, groupCallId or roomId",
                Inputs.SERVER_CALL_ID);
        RequestValidation.locator(locator);
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
