package dev.callautomation.simulator.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.model.EntraAudience;
import dev.callautomation.simulator.model.EventGridSchema;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.wire.Json;

/** Subscriptions, time and a fresh start. */
final class SystemControls {

    /** Ten years: beyond some millions of them time cannot be told any more. */
    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final Controls controls;

    SystemControls(Controls controls) {
        this.controls = controls;
    }

    /** Links, for a browser at the address that is printed at start. */
    Future<ControlReply> index(String id, JsonNode body) {
        ObjectNode links = Json.object()
                .put("phones", "/simulator/phones")
                .put("calls", "/simulator/calls")
                .put("faults", "/simulator/faults");
        return Future.succeededFuture(ControlReply.json(200, links));
    }

    Future<ControlReply> subscribe(String id, JsonNode body) {
        EventGridSubscription subscription =
                new EventGridSubscription(endpoint(body), schema(body), types(body), entra(body.path("entra")));
        ObjectNode answer =
                Json.object().put("schema", subscription.schema().wireName()).put("status", "active");
        return controls.subscribe(subscription).map(done -> ControlReply.json(201, answer));
    }

    Future<ControlReply> advance(String id, JsonNode body) {
        JsonNode millis = body.path("millis");
        if (!millis.isIntegralNumber() || !millis.canConvertToLong() || millis.asLong() < 0) {
            throw new IllegalArgumentException("millis is required: how far to move time, 0 or more.");
        }
        if (millis.asLong() > FARTHEST.toMillis()) {
            throw new IllegalArgumentException(
                    "millis is too far ahead: move time by at most " + FARTHEST.toDays() + " days at once.");
        }
        controls.advance(Duration.ofMillis(millis.asLong()));
        return Future.succeededFuture(ControlReply.none());
    }

    Future<ControlReply> reset(String id, JsonNode body) {
        controls.reset();
        return Future.succeededFuture(ControlReply.none());
    }

    private static URI endpoint(JsonNode body) {
        try {
            return new URI(body.path("endpoint").asText(""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("endpoint is not a URI.", e);
        }
    }

    private static EventGridSchema schema(JsonNode body) {
        if (!body.hasNonNull("schema")) {
            return EventGridSchema.EVENT_GRID;
        }
        return EventGridSchema.find(body.get("schema").asText())
                .orElseThrow(
                        () -> new IllegalArgumentException("schema must be EventGridSchema or CloudEventSchemaV1_0."));
    }

    private static EntraAudience entra(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new EntraAudience(
                        node.path("tenantId").asText(), node.path("audience").asText());
    }

    private static Set<String> types(JsonNode body) {
        Set<String> types = new LinkedHashSet<>();
        body.path("types").forEach(type -> types.add(type.asText()));
        return types;
    }
}
