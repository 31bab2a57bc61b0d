package dev.callautomation.camel.internal.operation;

import java.util.Set;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;

/** Stops, pauses or resumes a recording, by requests and responses without a body. */
final class RecordingAction implements CallOperation {

    private static final int NOT_FOUND = 404;

    private final HttpMethod method;
    private final String action;
    private final CompletionRules ends;

    private RecordingAction(HttpMethod method, String action, String state) {
        this.method = method;
        this.action = action;
        this.ends = CompletionRules.byRecordingState(Set.of(state));
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
    public Set<Input> inputs() {
        return Set.of(Inputs.RECORDING_ID, Inputs.CALL_CONNECTION_ID);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        service.expect(CompletionExpectation.of(ends)
                .correlatedBy(CorrelationKey.RECORDING, inputs.required(Inputs.RECORDING_ID))
                .correlatedBy(CorrelationKey.CALL, inputs.text(Inputs.CALL_CONNECTION_ID)));
        return service.send(ApiRequest.withoutBody(method, Paths.recording(inputs) + action, null))
                .map(OperationResult.NOTHING);
    }

    /** A recording not found by a retry was stopped by the first attempt, whose response was lost. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || method == HttpMethod.DELETE && repeated && response.status() == NOT_FOUND;
    }

    @Override
    public CompletionRules completion() {
        return ends;
    }
}
