package dev.callautomation.camel.internal.operation;

import java.util.Set;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;

/** Cancels the media operations of the call, in progress and queued. */
final class CancelAllMediaOperation implements CallOperation {

    /** The events of the canceled operations, which return the operation contexts of those. */
    private static final CompletionRules ENDS = CompletionRules.byCall("PlayCanceled", "RecognizeCanceled");

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.CALL_CONNECTION_ID);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        service.expect(CompletionExpectation.of(ENDS)
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID)));
        return service.send(request(inputs)).map(OperationResult.NOTHING);
    }

    static ApiRequest request(OperationInputs inputs) {
        return ApiRequest.withoutBody(HttpMethod.POST, Paths.call(inputs) + ":cancelAllMediaOperations", null);
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
