package dev.callautomation.camel.internal.client;

import java.io.IOException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;

/** What is common to responses that are not read to their end. */
final class Responses {

    private static final int FIRST_FINAL = 200;

    private Responses() {}

    /**
     * Fails for an interim response, except those that Vert.x ignores: it takes the others for the response. The connection is
     * closed, as the response that follows would be taken for that to another request.
     */
    static Future<HttpClientResponse> isFinal(HttpClientResponse response) {
        if (response.statusCode() >= FIRST_FINAL) {
            return Future.succeededFuture(response);
        }
        response.request().connection().close();
        return Future.failedFuture(new IOException("The server sent the interim status " + response.statusCode()));
    }

    /**
     * Closes the connection of a response unless all of it has arrived. Then the connection is in the pool again, or in use by
     * another request, and stays open. Called on the event loop of the response.
     */
    static void discard(HttpClientResponse response) {
        boolean[] ended = {false};
        try {
            response.exceptionHandler(ignored -> {});
        } catch (IllegalStateException e) {
            // it has ended
            return;
        }
        response.endHandler(ignored -> ended[0] = true);
        response.handler(ignored -> {});
        // delivers what has arrived, up to the end if that is among it
        response.resume();
        Vertx.currentContext().runOnContext(turn -> {
            if (!ended[0]) {
                response.request().reset();
            }
        });
    }

    /** Aborts a request before the head of its response: a reset leaves a connection of HTTP/1 open until that has arrived. */
    static void close(HttpClientRequest request) {
        request.reset();
        if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
        }
    }
}
