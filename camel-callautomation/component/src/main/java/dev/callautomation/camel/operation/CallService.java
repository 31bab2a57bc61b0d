package dev.callautomation.camel.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.ByteRange;
import dev.callautomation.camel.client.Content;

/** The service as an operation sees it. */
public interface CallService {

    /** Sends a request; the future fails if there is no answer, or one that says no. */
    Future<ApiResponse> send(ApiRequest request);

    /**
     * Begins to download a document of a recording; the future fails if there is no answer, or one that says no.
     *
     * @param  range                    {@code null} for all of it
     * @throws IllegalArgumentException if the location is where no file of a recording can be
     */
    Future<Content> download(String location, ByteRange range);

    /**
     * Deletes a document of a recording; the future fails if there is no answer, or one that says no.
     *
     * @throws IllegalArgumentException if the location is where no file of a recording can be
     */
    Future<ApiResponse> delete(String location);

    /**
     * The path of a link that the service gave.
     *
     * @throws IllegalArgumentException if it leads away from the service
     */
    String pathOf(String link);
}
