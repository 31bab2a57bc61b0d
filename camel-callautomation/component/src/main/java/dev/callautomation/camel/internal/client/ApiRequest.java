package dev.callautomation.camel.internal.client;

import io.vertx.core.http.HttpMethod;

/**
 * A request to the service.
 *
 * @param method        the HTTP method
 * @param path          percent-encoded, with the query but without the api-version
 * @param body          JSON in UTF-8, empty if the request has none
 * @param repeatability set where the service supports it; {@code null} elsewhere
 */
public record ApiRequest(HttpMethod method, String path, Payload body, Repeatability repeatability) {

    /** A request that has no body. */
    public static ApiRequest withoutBody(HttpMethod method, String path, Repeatability repeatability) {
        return new ApiRequest(method, path, Payload.NONE, repeatability);
    }

    /** Whether the request is idempotent, so that it may be repeated when its outcome is unknown. */
    boolean safeToRepeat() {
        return repeatability != null || method == HttpMethod.GET || method == HttpMethod.DELETE;
    }

    /** Omits the body, which may contain an incoming call context. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
