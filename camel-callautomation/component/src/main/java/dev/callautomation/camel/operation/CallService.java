package dev.callautomation.camel.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;

/** The service as an operation sees it. */
public interface CallService {

    /** Sends a request; the future fails if there is no answer, or one that says no. */
    Future<ApiResponse> send(ApiRequest request);

    /**
     * The path of a link that the service gave.
     *
     * @throws IllegalArgumentException if it leads away from the service
     */
    String pathOf(String link);
}
