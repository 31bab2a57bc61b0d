package dev.callautomation.camel.operation;

import java.util.Map;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.model.OperationRequest;

/** Plays, and may listen. The service can only cancel all that is played and recognized in a call. */
abstract class PromptingOperation<T extends OperationRequest> extends MediaOperation<T> {

    private final Completion ends;

    PromptingOperation(Class<T> type, String action, Map<Input, String> members, String prompt, Completion ends) {
        super(type, action, members, prompt);
        this.ends = ends;
    }

    @Override
    public final Completion completion() {
        return ends;
    }

    @Override
    public final Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        return service.send(CancelAllMediaOperation.request(inputs));
    }

    @Override
    public final boolean cancellable() {
        return true;
    }
}
