package dev.callautomation.camel.internal.client;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** One HTTP request and its response. */
interface HttpExchange {

    /**
     * Sends the request, once.
     *
     * @param body empty if there is none
     * @return     the paused response when its head has arrived, on the event loop that delivers its body
     */
    Future<HttpClientResponse> send(RequestOptions options, byte[] body);

    /** Aborts the request: it is not sent if it has not been, and its connection is closed if it has. */
    void abort();
}
