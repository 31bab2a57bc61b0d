package dev.callautomation.camel.internal.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** The service as an operation sees it. */
public interface CallService {

    /**
     * Identifies a request. It has the same identity when it is repeated because its outcome is unknown, or because the
     * event that triggers it is delivered again, on this node or another one.
     *
     * @param path     the path of the request
     * @param document its body
     */
    Repeatability name(String path, Payload document);

    /**
     * What the operation context contains beside the text of the application; {@code null} if nothing.
     *
     * @param applicationContext the text of the application; may be {@code null}
     */
    OperationContextPrefix contextPrefix(Repeatability work, String applicationContext);

    /** Registers which events complete the operation. Called before the request is sent: they may precede the response. */
    void expect(CompletionExpectation expectation);

    /** Sends a request; the future fails if there is no response, or if the service refuses the request. */
    Future<ApiResponse> send(ApiRequest request);

    /**
     * Begins to download a document of a recording; the future fails if there is no response, or the request is refused.
     *
     * @param  range                    {@code null} for all of it
     * @throws IllegalArgumentException if the host of the location is not one that stores recordings
     */
    Future<Content> download(String location, ByteRange range);

    /**
     * Deletes a document of a recording; the future fails if there is no response, or the request is refused.
     *
     * @throws IllegalArgumentException if the host of the location is not one that stores recordings
     */
    Future<ApiResponse> delete(String location);

    /**
     * The path of a link in a response.
     *
     * @throws IllegalArgumentException if the link is to another host
     */
    String pathOf(String link);
}
