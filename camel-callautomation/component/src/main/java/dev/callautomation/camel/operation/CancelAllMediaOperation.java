package dev.callautomation.camel.operation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.operation.Completion.Link;

/** Ends what is being played and recognized, and what waits for that. */
final class CancelAllMediaOperation implements CallOperation {

    /** The events of what was being played and recognized, with its own context. */
    private static final Completion ENDS = Completion.seen("PlayCanceled", "RecognizeCanceled");

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        service.expect(Expectation.of(ENDS).about(Link.CALL, inputs.required(Input.callConnectionId)));
        return service.send(request(inputs)).map(OperationResult.NOTHING);
    }

    static ApiRequest request(OperationInputs inputs) {
        return ApiRequest.withoutBody(HttpMethod.POST, Paths.call(inputs) + ":cancelAllMediaOperations", null);
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
