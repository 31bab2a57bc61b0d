package dev.callautomation.simulator.delivery;

import java.net.URI;

import io.vertx.core.Future;

import dev.callautomation.simulator.model.EventGridSubscription;

/** Reasons why a subscription does not come about; what of the endpoint may be secret stays out. */
final class HandshakeFailures {

    private HandshakeFailures() {}

    static Future<Void> refused(URI endpoint, String reason) {
        return Future.failedFuture(new IllegalStateException("The endpoint " + name(endpoint)
                + " did not pass the Event Grid validation handshake: " + reason + "."));
    }

    static IllegalStateException unreachable(URI endpoint, Throwable cause) {
        return new IllegalStateException("The endpoint " + name(endpoint)
                + " did not answer the Event Grid validation handshake ("
                + ConnectionFailures.because(cause)
                + "). Is the application listening there?");
    }

    private static String name(URI endpoint) {
        return EventGridSubscription.to(endpoint).address();
    }
}
