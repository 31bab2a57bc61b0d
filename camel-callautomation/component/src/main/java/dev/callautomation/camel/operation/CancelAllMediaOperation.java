package dev.callautomation.camel.operation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;

/** Ends what is being played and recognized, and what waits for that. */
final class CancelAllMediaOperation implements CallOperation {

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String path = Paths.call(inputs) + ":cancelAllMediaOperations";
        return service.send(ApiRequest.withoutBody(HttpMethod.POST, path, null)).map(OperationResult.NOTHING);
    }
}
