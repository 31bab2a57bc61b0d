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

    /**
     * Whether an answer means that the action was carried out.
     *
     * @param repeated whether the request may have reached the service before
     */
    default boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded();
    }
}
