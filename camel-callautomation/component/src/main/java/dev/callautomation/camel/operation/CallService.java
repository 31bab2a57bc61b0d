package dev.callautomation.camel.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.ByteRange;
import dev.callautomation.camel.client.Content;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.model.OperationTrace;

/** The service as an operation sees it. */
public interface CallService {

    /**
     * Names a piece of work. It has the same name when it is asked for again because its outcome is not known, or because
     * the event that leads to it is delivered again, be it to another node.
     *
     * @param path     where the request goes
     * @param document what it says
     */
    Repeatability name(String path, byte[] document);

    /** What goes into the operation context beside the application's own; {@code null} if that is nothing. */
    OperationTrace trace(Repeatability work);

    /** Says how the action will end. Called before its request is sent, for the end may come before the answer. */
    void expect(Expectation expectation);

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
