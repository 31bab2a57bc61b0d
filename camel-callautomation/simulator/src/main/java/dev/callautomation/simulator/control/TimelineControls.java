package dev.callautomation.simulator.control;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineMessage;
import dev.callautomation.simulator.timeline.MermaidDiagram;
import dev.callautomation.simulator.timeline.Secrets;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Shows what happened in a call. */
final class TimelineControls {

    private final Controls controls;

    TimelineControls(Controls controls) {
        this.controls = controls;
    }

    /** All entries, with their content when the query has {@code bodies=true}. */
    Future<ControlReply> list(String id, JsonNode query) {
        String call = callId(id);
        String wanted = query.path("bodies").asText("false").toLowerCase(Locale.ROOT);
        if (!wanted.equals("true") && !wanted.equals("false")) {
            throw new IllegalArgumentException("bodies must be true or false.");
        }
        boolean bodies = wanted.equals("true");
        return onWorker(() -> entries(call, bodies));
    }

    private ControlReply entries(String call, boolean bodies) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.timeline(call).forEach(entry -> list.add(describe(entry, bodies)));
        return ControlReply.json(200, list);
    }

    /** One entry with its content; the query has its {@code number}. */
    Future<ControlReply> entry(String id, JsonNode query) {
        String call = callId(id);
        String number = query.path("number").asText();
        return onWorker(() -> entry(id, call, number));
    }

    private ControlReply entry(String id, String call, String number) {
        TimelineEntry found = controls.timeline(call).stream()
                .filter(entry -> String.valueOf(entry.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new ServiceError(
                        404,
                        "EntryNotFound",
                        "There is no entry " + number + " of this call, or it has been dropped; GET /simulator/calls/"
                                + id + "/timeline lists all."));
        return ControlReply.json(200, describe(found, true));
    }

    Future<ControlReply> diagram(String id, JsonNode query) {
        String call = callId(id);
        return onWorker(() -> ControlReply.text(MermaidDiagram.of(controls.timeline(call))));
    }

    /** Secrets are masked when they are read, which takes too long for an event loop. */
    private static Future<ControlReply> onWorker(Callable<ControlReply> reply) {
        return Vertx.currentContext().executeBlocking(reply, false);
    }

    Future<ControlReply> scenario(String id, JsonNode query) {
        CallSnapshot call = controls.call(id).orElseThrow(() -> CallControls.unknown(id));
        // bodies are masked when they are read, which takes too long for an event loop
        return Vertx.currentContext()
                .executeBlocking(() -> ControlReply.yaml(ScenarioExport.of(call, controls)), false);
    }

    private String callId(String id) {
        return controls.call(id).map(CallSnapshot::callId).orElseThrow(() -> CallControls.unknown(id));
    }

    ObjectNode describe(TimelineEntry entry, boolean withContent) {
        ObjectNode node = Json.object();
        node.put("number", entry.number());
        node.put("time", EventJson.time(entry.time()));
        node.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        node.put("from", entry.from());
        if (entry.to() != null) {
            node.put("to", entry.to());
        }
        node.put("text", Secrets.mask(entry.text()));
        node.put("description", Secrets.mask(entry.description()));
        ObjectNode details = node.putObject("details");
        entry.details().forEach((name, value) -> details.put(name, Secrets.mask(value)));
        Optional<TimelineContent> content =
                withContent ? controls.timelineContent(entry.callId(), entry.number()) : Optional.empty();
        node.put(
                "hasContent",
                withContent ? content.isPresent() : controls.hasTimelineContent(entry.callId(), entry.number()));
        content.ifPresent(kept -> {
            ObjectNode json = node.putObject("content");
            put(json, "request", kept.request());
            put(json, "response", kept.response());
        });
        return node;
    }

    private static void put(ObjectNode content, String name, TimelineMessage message) {
        if (message == null) {
            return;
        }
        ObjectNode node = content.putObject(name);
        if (message.method() == null) {
            node.put("status", message.status());
        } else {
            node.put("method", message.method());
            node.put("url", message.url());
        }
        ObjectNode headers = node.putObject("headers");
        message.headers().forEach(headers::put);
        node.put("body", message.body());
        node.put("bodyBytes", message.bodyBytes());
        node.put("bodyCut", message.bodyCut());
    }
}
