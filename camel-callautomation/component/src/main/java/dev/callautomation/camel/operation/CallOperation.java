package dev.callautomation.camel.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiResponse;

/** An action on a call. */
public interface CallOperation {

    /**
     * Carries the action out.
     *
     * @param  inputs                   what the action is given
     * @param  service                  sends the requests
     * @return                          what the service answered
     * @throws IllegalArgumentException if an input is missing or out of range; nothing is sent then
     */
    Future<OperationResult> execute(OperationInputs inputs, CallService service);

    /** Which events end the action once the service has accepted it; {@code null} if none does. */
    default Completion completion() {
        return null;
    }

    /** Whether events of the action give its operation context back. */
    default boolean echoesContext() {
        return false;
    }

    /**
     * Undoes the action while it goes on.
     *
     * @param  result what the action was answered
     * @return        what the service answered; {@code null} if the action cannot be undone
     */
    default Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        return null;
    }

    /** Whether undoing the action leaves nothing of it, even if it succeeds at the last moment. */
    default boolean cancelUndoesSuccess() {
        return false;
    }

    /** Whether the action can be undone while it goes on. */
    default boolean cancellable() {
        return false;
    }

    /**
     * Whether an answer means that the action was carried out.
     *
     * @param repeated whether the request may have reached the service before
     */
    default boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded();
    }
}
