package dev.callautomation.simulator.control;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.MermaidDiagram;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Shows calls. */
final class CallControls {

    private final Controls controls;

    CallControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> list(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.calls().forEach(call -> list.add(describe(call)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> get(String id, JsonNode body) {
        return Future.succeededFuture(ControlReply.json(200, describe(find(id))));
    }

    Future<ControlReply> timeline(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.timeline(find(id).callId()).forEach(entry -> list.add(describe(entry)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> diagram(String id, JsonNode body) {
        return Future.succeededFuture(ControlReply.text(MermaidDiagram.of(controls.timeline(find(id).callId()))));
    }

    private CallSnapshot find(String id) {
        return controls.call(id)
                .orElseThrow(() -> new ServiceError(
                        404,
                        "CallNotFound",
                        "There is no call or call connection " + id + "; GET /simulator/calls lists all."));
    }

    private static ObjectNode describe(CallSnapshot call) {
        ObjectNode node = Json.object();
        node.put("callId", call.callId());
        node.put("state", call.state().wireName());
        node.put("startedAt", EventJson.time(call.startedAt()));
        node.put("serverCallId", call.serverCallId());
        node.put("correlationId", call.correlationId());
        ArrayNode participants = node.putArray("participants");
        call.participants().forEach(participant -> {
            ObjectNode item = participants
                    .addObject()
                    .put("id", participant.identifier().rawId())
                    .put("label", participant.identifier().label())
                    .put("isMuted", participant.muted())
                    .put("isOnHold", participant.onHold());
            if (participant.callConnectionId() != null) {
                item.put("callConnectionId", participant.callConnectionId());
            }
        });
        ArrayNode ringing = node.putArray("ringing");
        call.ringing().forEach(identifier -> ringing.add(identifier.rawId()));
        ArrayNode connections = node.putArray("callConnections");
        call.connections().forEach(connection -> connections
                .addObject()
                .put("callConnectionId", connection.callConnectionId())
                .put("state", connection.state().wireName()));
        if (call.incomingCallContext() != null) {
            node.put("incomingCallContext", call.incomingCallContext());
        }
        return node;
    }

    private static ObjectNode describe(TimelineEntry entry) {
        ObjectNode node = Json.object();
        node.put("time", EventJson.time(entry.time()));
        node.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        node.put("from", entry.from());
        if (entry.to() != null) {
            node.put("to", entry.to());
        }
        node.put("text", entry.text());
        node.put("description", entry.description());
        ObjectNode details = node.putObject("details");
        entry.details().forEach(details::put);
        return node;
    }
}
