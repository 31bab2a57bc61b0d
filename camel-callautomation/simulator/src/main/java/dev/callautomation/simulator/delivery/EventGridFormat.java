package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.util.Map;

import io.vertx.core.Future;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.model.EventGridSchema;

/** One of Event Grid's two delivery formats. */
interface EventGridFormat {

    /** Asks the endpoint for its consent; fails with an {@link IllegalStateException} that says why it has none. */
    Future<Void> handshake(RequestSender sender, URI endpoint);

    /** Headers of a delivery; {@code attempt} counts from 1. */
    Map<String, String> headers(int attempt);

    /** Body of a delivery. */
    byte[] body(Effect.GridEvent event, String id);

    static EventGridFormat of(EventGridSchema schema) {
        return schema == EventGridSchema.EVENT_GRID ? new NativeFormat() : new CloudEventsFormat();
    }
}
