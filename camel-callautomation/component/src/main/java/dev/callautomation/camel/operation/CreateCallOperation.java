package dev.callautomation.camel.operation;

import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.model.CreateCallRequest;

final class CreateCallOperation extends CallStart<CreateCallRequest> {

    private static final Completion ENDS =
            Completion.told("CallConnected", "CreateCallFailed").mayEndCall();

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

    @Override
    public Completion completion() {
        return ENDS;
    }

    /** Nobody has taken the call: it stops ringing. */
    @Override
    public Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        Object call = result.headers().get(Input.callConnectionId.header());
        return call == null
                ? null
                : service.send(ApiRequest.withoutBody(
                        HttpMethod.DELETE, Paths.CALLS + "/" + Paths.segment(call.toString()), null));
    }

    /** The call that somebody takes while it is hung up is over. */
    @Override
    public boolean cancelUndoesSuccess() {
        return true;
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
