package dev.callautomation.camel.operation;

import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.ConnectRequest;

final class ConnectCallOperation extends CallStart<ConnectRequest> {

    private static final Completion ENDS =
            Completion.told("CallConnected", "ConnectFailed").mayEndCall();

    ConnectCallOperation() {
        super(ConnectRequest.class, Paths.CALLS + ":connect", Members.CALL_LOCATOR);
    }

    @Override
    void check(ConnectRequest request) {
        CallLocator locator = Check.present(
                request.callLocator(),
                "nothing says which call to connect to; set one of serverCallId, groupCallId and roomId",
                Input.serverCallId);
        Check.locator(locator);
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
