package dev.callautomation.camel.internal.operation;

import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.CreateCallRequest;

final class CreateCallOperation extends CallStart<CreateCallRequest> {

    private static final Input CREATE_AS = Input.option("createAs");
    private static final Input TEAMS_APP_SOURCE = Input.option("teamsAppSource");

    private static final CompletionRules ENDS = CompletionRules.byOperationContext("CallConnected", "CreateCallFailed")
            .mayEndCall();

    CreateCallOperation() {
        super(
                CreateCallRequest.class,
                Paths.CALLS,
                List.of(
                        Inputs.TARGET.fills("targets[]"),
                        Inputs.SOURCE_CALLER_ID_NUMBER.fills("sourceCallerIdNumber"),
                        Inputs.SOURCE_DISPLAY_NAME.fills("sourceDisplayName"),
                        CREATE_AS.fills("source"),
                        TEAMS_APP_SOURCE.fills("teamsAppSource")));
    }

    @Override
    void check(CreateCallRequest request) {
        RequestValidation.present(request.targets(), "no target to call", Inputs.TARGET);
        if (request.teamsAppSource() == null) {
            // with a Teams application as the source the service uses the caller id of the application
            RequestValidation.callerId(request.targets(), request.sourceCallerIdNumber());
        }
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

    /** Hangs up, so that an unanswered call stops ringing. */
    @Override
    public Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        Object call = result.headers().get(Inputs.CALL_CONNECTION_ID.header());
        return call == null
                ? null
                : service.send(ApiRequest.withoutBody(
                        HttpMethod.DELETE, Paths.CALLS + "/" + Paths.segment(call.toString()), null));
    }

    /** A call that is answered while it is hung up ends as well. */
    @Override
    public boolean cancelUndoesSuccess() {
        return true;
    }

    @Override
    public CallAutomationOperation canceledBy() {
        return CallAutomationOperation.hangUp;
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, CreateCallRequest document) {
        return super.expectation(inputs, document).withTimeout(CompletionExpectation.RINGING_TIMEOUT);
    }
}
