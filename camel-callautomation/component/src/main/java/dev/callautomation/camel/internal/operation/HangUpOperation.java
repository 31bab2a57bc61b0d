package dev.callautomation.camel.internal.operation;

import java.util.Set;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;

/** Leaves the call, or ends it for all parties. */
final class HangUpOperation implements CallOperation {

    private static final Input FOR_EVERYONE = Input.overridable("forEveryone");

    private static final CompletionRules ENDS = CompletionRules.byEndOfCall();
    private static final int NOT_FOUND = 404;

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.CALL_CONNECTION_ID, FOR_EVERYONE);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String call = Paths.call(inputs);
        boolean forEveryone = forEveryone(inputs);
        String path = forEveryone ? call + ":terminate" : call;
        Repeatability work = service.name(path, Payload.NONE);
        service.expect(CompletionExpectation.of(ENDS)
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID)));
        ApiRequest request = forEveryone
                ? ApiRequest.withoutBody(HttpMethod.POST, path, work)
                : ApiRequest.withoutBody(HttpMethod.DELETE, path, null);
        return service.send(request).map(OperationResult.NOTHING);
    }

    /** A call not found by a retry was ended by the first attempt, whose response was lost. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || repeated && response.status() == NOT_FOUND;
    }

    private static boolean forEveryone(OperationInputs inputs) {
        String text = inputs.text(FOR_EVERYONE);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new IllegalArgumentException("'" + text + "' is neither true nor false; " + FOR_EVERYONE.hint());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
