package dev.callautomation.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallSnapshot;
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
        controls.calls().forEach(call -> list.add(summary(call)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> get(String id, JsonNode body) {
        return Future.succeededFuture(ControlReply.json(200, describe(find(id))));
    }

    private CallSnapshot find(String id) {
        return controls.call(id).orElseThrow(() -> unknown(id));
    }

    static ServiceError unknown(String id) {
        return new ServiceError(
                404, "CallNotFound", "There is no call or call connection " + id + "; GET /simulator/calls lists all.");
    }

    static ObjectNode describe(CallSnapshot call) {
        ObjectNode node = summary(call);
        node.put("serverCallId", call.serverCallId());
        if (call.incomingCallContext() != null) {
            node.put("incomingCallContext", call.incomingCallContext());
        }
        return node;
    }

    /** Without the contexts, which are long and which only an answer needs. */
    private static ObjectNode summary(CallSnapshot call) {
        ObjectNode node = Json.object();
        node.put("callId", call.callId());
        node.put("state", call.state().wireName());
        node.put("startedAt", EventJson.time(call.startedAt()));
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
        return node;
    }
}
