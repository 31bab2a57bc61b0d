package dev.callautomation.camel.internal.operation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;

/** An operation that reads and changes nothing. */
abstract class QueryOperation implements CallOperation {

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        return service.send(get(path(inputs))).map(response -> result(response.body()));
    }

    abstract String path(OperationInputs inputs);

    abstract OperationResult result(byte[] answer);

    static ApiRequest get(String path) {
        return ApiRequest.withoutBody(HttpMethod.GET, path, null);
    }
}
