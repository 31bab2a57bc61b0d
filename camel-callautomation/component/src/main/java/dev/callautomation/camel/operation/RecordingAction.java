package dev.callautomation.camel.operation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;

/** Stops a recording, or lets it pause or go on: requests without a body, that answers without one. */
final class RecordingAction implements CallOperation {

    private static final int NOT_FOUND = 404;

    private final HttpMethod method;
    private final String action;

    private RecordingAction(HttpMethod method, String action) {
        this.method = method;
        this.action = action;
    }

    static RecordingAction stop() {
        return new RecordingAction(HttpMethod.DELETE, "");
    }

    static RecordingAction pause() {
        return new RecordingAction(HttpMethod.POST, ":pause");
    }

    static RecordingAction resume() {
        return new RecordingAction(HttpMethod.POST, ":resume");
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        return service.send(ApiRequest.withoutBody(method, Paths.recording(inputs) + action, null))
                .map(OperationResult.NOTHING);
    }

    /** A recording that is gone at the second attempt was stopped by the first, whose answer did not arrive. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || method == HttpMethod.DELETE && repeated && response.status() == NOT_FOUND;
    }
}
