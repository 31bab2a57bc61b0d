package dev.callautomation.simulator.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.EntraAudience;
import dev.callautomation.simulator.model.EventGridSchema;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Makes, shows and ends Event Grid subscriptions. */
final class SubscriptionControls {

    private final Controls controls;

    SubscriptionControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> create(String id, JsonNode body) {
        EventGridSubscription subscription = subscription(body);
        JsonNode retry = body.path("retry");
        if (!retry.isMissingNode() && !retry.isBoolean()) {
            throw new IllegalArgumentException("retry must be true or false.");
        }
        Future<SubscriptionStatus> made =
                retry.asBoolean() ? controls.subscribeWithRetry(subscription) : controls.subscribe(subscription);
        return made.map(status -> ControlReply.json(status.isSubscribed() ? 201 : 202, describe(status)));
    }

    Future<ControlReply> list(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.subscriptions().forEach(status -> list.add(describe(status)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> get(String id, JsonNode body) {
        SubscriptionStatus found = controls.subscriptions().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
        return Future.succeededFuture(ControlReply.json(200, describe(found)));
    }

    Future<ControlReply> delete(String id, JsonNode body) {
        if (!controls.unsubscribe(id)) {
            throw notFound(id);
        }
        return Future.succeededFuture(ControlReply.none());
    }

    private static ServiceError notFound(String id) {
        return new ServiceError(
                404,
                "SubscriptionNotFound",
                "There is no subscription " + id + "; GET /simulator/eventgrid/subscriptions lists all.");
    }

    /** The endpoint without its query, which may hold a secret. */
    static ObjectNode describe(SubscriptionStatus status) {
        EventGridSubscription subscription = status.subscription();
        ObjectNode node = Json.object()
                .put("id", status.id())
                .put("endpoint", subscription.address())
                .put("schema", subscription.schema().wireName());
        ArrayNode types = node.putArray("types");
        subscription.types().stream().sorted().forEach(types::add);
        if (subscription.entra() != null) {
            node.putObject("entra")
                    .put("tenantId", subscription.entra().tenantId())
                    .put("audience", subscription.entra().audience());
        }
        node.put("state", status.state().wireName());
        if (status.reason() != null) {
            node.put("reason", status.reason());
        }
        return node.put("handshakes", status.handshakes())
                .put("delivered", status.delivered())
                .put("failures", status.failures())
                .put("changedAt", EventJson.time(status.changedAt()));
    }

    static EventGridSubscription subscription(JsonNode body) {
        return new EventGridSubscription(endpoint(body), schema(body), types(body), entra(body.path("entra")));
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
        JsonNode list = body.path("types");
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException("types must be a list of event types.");
        }
        list.forEach(type -> types.add(EventTypes.check(type.asText())));
        return types;
    }
}
