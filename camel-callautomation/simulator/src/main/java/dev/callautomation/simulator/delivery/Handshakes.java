package dev.callautomation.simulator.delivery;

import java.net.URI;

import io.vertx.core.Future;

/** Reasons why a subscription does not come about; the endpoint's query stays out, it may hold a secret. */
final class Handshakes {

    private Handshakes() {}

    static Future<Void> refused(URI endpoint, String reason) {
        return Future.failedFuture(new IllegalStateException("The endpoint " + name(endpoint)
                + " did not pass the Event Grid validation handshake: " + reason + "."));
    }

    static IllegalStateException unreachable(URI endpoint, Throwable cause) {
        return new IllegalStateException("The endpoint " + name(endpoint)
                + " did not answer the Event Grid validation handshake ("
                + NoAnswer.because(cause)
                + "). Is the application listening there?");
    }

    private static String name(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getAuthority() + endpoint.getPath();
    }
}
