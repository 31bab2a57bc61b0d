package dev.callautomation.camel.internal.operation;

import java.util.List;

import io.vertx.core.Future;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.OperationRequest;

/** An operation that plays prompts. The service can cancel only all media operations of a call at once. */
abstract class PromptingOperation<T extends OperationRequest> extends MediaOperation<T> {

    private final CompletionRules ends;

    PromptingOperation(Class<T> type, String action, List<Member> members, String prompt, CompletionRules ends) {
        super(type, action, members, prompt);
        this.ends = ends;
    }

    @Override
    public final CompletionRules completion() {
        return ends;
    }

    @Override
    public final Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        return service.send(CancelAllMediaOperation.request(inputs));
    }

    @Override
    public final CallAutomationOperation canceledBy() {
        return CallAutomationOperation.cancelAllMediaOperations;
    }
}
