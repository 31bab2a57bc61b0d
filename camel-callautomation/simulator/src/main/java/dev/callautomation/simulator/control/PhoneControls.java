package dev.callautomation.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.timeline.Secrets;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Sets and operates phones. */
final class PhoneControls {

    private final Controls controls;

    PhoneControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> set(String id, JsonNode body) {
        String name = body.path("behaviour").asText("");
        PhoneBehaviour behaviour = PhoneBehaviour.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "behaviour must be one of " + PhoneBehaviour.names() + ", not '" + name + "'."));
        Duration ring = null;
        if (body.hasNonNull("ringMillis")) {
            JsonNode millis = body.get("ringMillis");
            if (!millis.isIntegralNumber() || !millis.canConvertToLong() || millis.asLong() < 0) {
                throw new IllegalArgumentException("ringMillis must be a number of milliseconds, 0 or more.");
            }
            ring = Duration.ofMillis(millis.asLong());
        }
        Identifier phone = Identifier.of(id);
        List<Reaction> script = PhoneScripts.read(body.path("script"));
        controls.setPhone(phone, behaviour, ring);
        if (body.has("script")) {
            controls.script(phone, script);
        }
        return get(id, body);
    }

    Future<ControlReply> get(String id, JsonNode body) {
        Identifier phone = Identifier.of(id);
        return ok(describe(phone, controls.phone(phone)));
    }

    Future<ControlReply> list(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.phones().forEach((phone, status) -> list.add(describe(phone, status)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> call(String id, JsonNode body) {
        List<String> destinations = Stream.of("to", "groupCallId", "roomId")
                .filter(body::hasNonNull)
                .toList();
        if (destinations.size() != 1 || body.get(destinations.get(0)).asText().isBlank()) {
            throw new IllegalArgumentException(
                    "Give one of to (the number or raw id to call), groupCallId and roomId.");
        }
        String destination = body.get(destinations.get(0)).asText();
        return switch (destinations.get(0)) {
            case "groupCallId" -> ok(callId(join(id, Conference.Kind.GROUP_CALL, destination)));
            case "roomId" -> ok(callId(join(id, Conference.Kind.ROOM, destination)));
            default -> {
                String callId = dial(id, destination, body);
                yield ok(callId(callId).put("callConnectionId", callId));
            }
        };
    }

    private String join(String id, Conference.Kind kind, String conferenceId) {
        return controls.join(Identifier.of(id), new Conference(kind, conferenceId));
    }

    private String dial(String id, String to, JsonNode body) {
        JsonNode context = body.path("customContext");
        return controls.call(
                Identifier.of(id),
                Identifier.of(to),
                body.hasNonNull("displayName") ? body.get("displayName").asText() : null,
                new CustomContext(headers(context, "sipHeaders"), headers(context, "voipHeaders")));
    }

    Future<ControlReply> answer(String id, JsonNode body) {
        return ok(callId(controls.answer(Identifier.of(id))));
    }

    Future<ControlReply> decline(String id, JsonNode body) {
        return ok(callId(controls.decline(Identifier.of(id))));
    }

    Future<ControlReply> hangUp(String id, JsonNode body) {
        return ok(callId(controls.hangUp(Identifier.of(id))));
    }

    private static ObjectNode callId(String callId) {
        return Json.object().put("callId", callId);
    }

    static ObjectNode describe(Identifier phone, PhoneStatus status) {
        ObjectNode node = Json.object()
                .put("id", phone.rawId())
                .put("label", phone.label())
                .put("behaviour", status.setting().behaviour().wireName())
                .put("ringMillis", status.setting().ring().toMillis());
        ArrayNode ringing = node.putArray("ringingIn");
        status.ringingIn().forEach(ringing::add);
        ArrayNode connected = node.putArray("connectedIn");
        status.connectedIn().forEach(connected::add);
        ArrayNode held = node.putArray("heldIn");
        status.heldIn().forEach(held::add);
        ArrayNode heard = node.putArray("heard");
        status.heard().forEach(sound -> heard.addObject()
                .put("time", EventJson.time(sound.time()))
                .put("callId", sound.callId())
                .put("kind", sound.kind().name().toLowerCase(Locale.ROOT))
                .put("what", Secrets.mask(sound.what())));
        return node;
    }

    private static Map<String, String> headers(JsonNode context, String name) {
        Map<String, String> headers = new LinkedHashMap<>();
        context.path(name)
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static Future<ControlReply> ok(ObjectNode body) {
        return Future.succeededFuture(ControlReply.json(200, body));
    }
}
