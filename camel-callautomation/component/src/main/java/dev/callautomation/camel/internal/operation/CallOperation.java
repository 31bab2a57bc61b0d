package dev.callautomation.camel.internal.operation;

import java.util.Set;

import io.vertx.core.Future;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.completion.CompletionRules;

/** An operation on a call. */
public interface CallOperation {

    /** The options and headers that the operation reads. */
    Set<Input> inputs();

    /**
     * Executes the operation.
     *
     * @param  service                  sends the requests
     * @return                          the result, once the service has responded
     * @throws IllegalArgumentException if an input is missing or out of range; no request is sent then
     */
    Future<OperationResult> execute(OperationInputs inputs, CallService service);

    /** The events that complete the operation after the service has accepted it; {@code null} if there are none. */
    default CompletionRules completion() {
        return null;
    }

    /** Whether the events of the operation return its operation context. */
    default boolean echoesContext() {
        return false;
    }

    /**
     * Cancels the operation while it is in progress.
     *
     * @param  result the result of the operation
     * @return        the response of the service; {@code null} if the operation cannot be canceled
     */
    default Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        return null;
    }

    /** Whether canceling has full effect even if the operation succeeds at the same time. */
    default boolean cancelUndoesSuccess() {
        return false;
    }

    /** The operation whose request cancels this one while it is in progress; {@code null} if it cannot be canceled. */
    default CallAutomationOperation canceledBy() {
        return null;
    }

    /**
     * Whether a response means that the operation was executed.
     *
     * @param repeated whether an earlier attempt may have reached the service
     */
    default boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded();
    }
}
