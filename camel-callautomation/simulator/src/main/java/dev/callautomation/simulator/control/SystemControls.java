package dev.callautomation.simulator.control;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.simulator.wire.Json;

/** The index, time and a fresh start. */
final class SystemControls {

    /** Ten years: beyond some millions of them time cannot be told any more. */
    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final Controls controls;

    SystemControls(Controls controls) {
        this.controls = controls;
    }

    /** All resources and actions. */
    Future<ControlReply> index(String id, JsonNode body) {
        ObjectNode index = Json.object();
        ObjectNode links = index.putObject("links");
        ArrayNode actions = index.putArray("actions");
        for (OpenApi.Operation operation : OpenApi.document().operations()) {
            if (HttpMethod.GET.equals(operation.method()) && !operation.path().contains("{")) {
                links.put(linkName(operation.path()), operation.path());
            }
            actions.addObject()
                    .put("method", operation.method().name())
                    .put("path", operation.path())
                    .put("summary", operation.summary());
        }
        return Future.succeededFuture(ControlReply.json(200, index));
    }

    private static String linkName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return "simulator".equals(name) ? "self" : name;
    }

    /** Of a HEAD request; another one is answered by the stream itself. */
    Future<ControlReply> events(String id, JsonNode body) {
        return Future.succeededFuture(new ControlReply(200, "text/event-stream; charset=utf-8", new byte[0]));
    }

    Future<ControlReply> openApiJson(String id, JsonNode body) {
        return Future.succeededFuture(new ControlReply(
                200, "application/json; charset=utf-8", OpenApi.document().json()));
    }

    Future<ControlReply> openApiYaml(String id, JsonNode body) {
        return Future.succeededFuture(new ControlReply(
                200, "application/yaml; charset=utf-8", OpenApi.document().yaml()));
    }

    Future<ControlReply> advance(String id, JsonNode body) {
        JsonNode millis = body.path("millis");
        if (millis.isMissingNode() || millis.isNull()) {
            throw new IllegalArgumentException("millis is required: how far to move time, 0 or more.");
        }
        if (!millis.isIntegralNumber() || millis.bigIntegerValue().signum() < 0) {
            throw new IllegalArgumentException("millis must be a whole number of 0 or more: time does not go back.");
        }
        if (!millis.canConvertToLong() || millis.asLong() > FARTHEST.toMillis()) {
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
}
