package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/** A way to send requests. */
@FunctionalInterface
interface RequestSender {

    /** Sends a request and reads the answer, within a deadline. */
    Future<HttpSender.Answer> send(HttpMethod method, URI uri, Map<String, String> headers, byte[] body);

    default Future<HttpSender.Answer> post(URI uri, Map<String, String> headers, byte[] body) {
        return send(HttpMethod.POST, uri, headers, body);
    }

    /** The same way, with a header Authorization for each request. */
    default RequestSender authorizedBy(Supplier<Future<String>> authorization) {
        return (method, uri, headers, body) -> authorization.get().compose(value -> {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Authorization", value);
            return send(method, uri, all, body);
        });
    }
}
