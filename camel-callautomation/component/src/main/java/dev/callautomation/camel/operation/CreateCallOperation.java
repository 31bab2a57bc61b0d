package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.CreateCallRequest;

final class CreateCallOperation extends CallStart<CreateCallRequest> {

    CreateCallOperation() {
        super(
                CreateCallRequest.class,
                Paths.CALLS,
                Map.of(
                        Input.target, "targets[]",
                        Input.sourceCallerIdNumber, "sourceCallerIdNumber",
                        Input.sourceDisplayName, "sourceDisplayName",
                        Input.source, "source",
                        Input.teamsAppSource, "teamsAppSource"));
    }

    @Override
    void check(CreateCallRequest request) {
        Check.present(request.targets(), "nobody is called", Input.target);
        if (request.teamsAppSource() == null) {
            // with a Teams application as the source the service takes the caller id from there, and none from us
            Check.callerId(request.targets(), request.sourceCallerIdNumber());
        }
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }
}
