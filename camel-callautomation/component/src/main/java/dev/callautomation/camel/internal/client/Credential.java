package dev.callautomation.camel.internal.client;

import java.util.Map;

import io.vertx.core.Future;

/** Authorizes requests to the service. */
public interface Credential {

    /**
     * The headers that authorize one attempt at a request.
     *
     * @param  method       the HTTP method
     * @param  pathAndQuery as it is sent, percent-encoded
     * @param  authority    the {@code Host} header
     * @param  body         as it is sent; empty if there is none
     * @return              headers by name, or a failure
     */
    Future<Map<String, String>> authorize(String method, String pathAndQuery, String authority, Payload body);

    /** Fails requests that wait for an authorization. */
    default void close() {
        // most have nothing to release
    }
}
