package dev.callautomation.camel.operation;

import java.util.Set;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.operation.Completion.Link;

/** Stops a recording, or lets it pause or go on: requests without a body, that answers without one. */
final class RecordingAction implements CallOperation {

    private static final int NOT_FOUND = 404;

    private final HttpMethod method;
    private final String action;
    private final Completion ends;

    private RecordingAction(HttpMethod method, String action, String state) {
        this.method = method;
        this.action = action;
        this.ends = Completion.recording(Set.of(state));
    }

    static RecordingAction stop() {
        return new RecordingAction(HttpMethod.DELETE, "", "inactive");
    }

    static RecordingAction pause() {
        return new RecordingAction(HttpMethod.POST, ":pause", "inactive");
    }

    static RecordingAction resume() {
        return new RecordingAction(HttpMethod.POST, ":resume", "active");
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        service.expect(Expectation.of(ends)
                .about(Link.RECORDING, inputs.required(Input.recordingId))
                .about(Link.CALL, inputs.text(Input.callConnectionId)));
        return service.send(ApiRequest.withoutBody(method, Paths.recording(inputs) + action, null))
                .map(OperationResult.NOTHING);
    }

    /** A recording that is gone at the second attempt was stopped by the first, whose answer did not arrive. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || method == HttpMethod.DELETE && repeated && response.status() == NOT_FOUND;
    }

    @Override
    public Completion completion() {
        return ends;
    }
}
