package dev.callautomation.simulator.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/** Events in the service's shape and member order. */
public final class EventJson {

    /** What every event type begins with. */
    public static final String TYPE_PREFIX = "Microsoft.Communication.";

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int TICKS_OF_A_SECOND = 10_000_000;
    private static final int NANOS_OF_A_TICK = 100;

    private static volatile Second latest = new Second(Long.MIN_VALUE, "");

    private record Second(long number, String text) {}

    private EventJson() {}

    /**
     * A time as callbacks hold it, in .NET's round-trip format in UTC: up to seven digits of a second, trailing zeros
     * dropped. Events of one second share its text, whose formatting costs more than the rest.
     */
    public static String time(Instant instant) {
        Second second = latest;
        if (second.number() != instant.getEpochSecond()) {
            second = new Second(instant.getEpochSecond(), SECONDS.format(instant));
            latest = second;
        }
        int ticks = instant.getNano() / NANOS_OF_A_TICK;
        if (ticks == 0) {
            return second.text() + "+00:00";
        }
        String digits = String.valueOf(TICKS_OF_A_SECOND + ticks);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return second.text() + "." + digits.substring(1, end) + "+00:00";
    }

    /** A callback: an array of one CloudEvent, members in the recorded order. */
    public static ArrayNode callback(Effect.Callback event, String id) {
        boolean recording = event.specific().containsKey("recordingKind");
        String subject = recording
                ? "calling/recordings/" + event.serverCallId() + "/recordingId/"
                        + event.specific().get("recordingId")
                : "calling/callConnections/" + event.legId();
        ObjectNode cloudEvent = Json.object();
        cloudEvent.put("id", id);
        cloudEvent.put("source", recording ? subject + "/" + event.type() : subject);
        cloudEvent.put("type", TYPE_PREFIX + event.type());
        cloudEvent.set("data", data(event));
        cloudEvent.put("time", time(event.time()));
        cloudEvent.put("specversion", "1.0");
        cloudEvent.put("datacontenttype", "application/json");
        cloudEvent.put("subject", subject);
        return JsonNodeFactory.instance.arrayNode().add(cloudEvent);
    }

    private static ObjectNode members(Map<String, Object> values) {
        ObjectNode node = Json.object();
        values.forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    /** The data of an Event Grid event; caller and callee say their kind first, as recorded. */
    public static ObjectNode gridData(Map<String, Object> values) {
        ObjectNode node = members(values);
        for (String party : List.of("to", "from")) {
            if (node.get(party) instanceof ObjectNode identifier) {
                ObjectNode kindFirst = Json.object();
                kindFirst.set("kind", identifier.get("kind"));
                node.set(party, kindFirst.setAll(identifier));
            }
        }
        return node;
    }

    /** A CallParticipant. */
    public static ObjectNode participant(Party party) {
        ObjectNode node = Json.object();
        node.set("identifier", IdentifierJson.write(party.identifier()));
        return node.put("isMuted", party.muted()).put("isOnHold", party.onHold());
    }

    private static ObjectNode data(Effect.Callback event) {
        ObjectNode data = members(event.specific());
        // ParticipantsUpdated, alone among the recorded events, has its result before the version
        boolean roster = event.specific().containsKey("sequenceNumber");
        if (roster) {
            data.set("resultInformation", result(event.result()));
        }
        data.put("version", event.apiVersion());
        if (event.operationContext() != null) {
            data.put("operationContext", event.operationContext());
        }
        if (!roster) {
            data.set("resultInformation", result(event.result()));
        }
        data.put("callConnectionId", event.legId());
        data.put("serverCallId", event.serverCallId());
        data.put("correlationId", event.correlationId());
        return data.put("publicEventType", TYPE_PREFIX + event.type());
    }

    private static ObjectNode result(ResultInformation result) {
        return Json.object()
                .put("code", result.code())
                .put("subCode", result.subCode())
                .put("message", result.message());
    }

    private static JsonNode value(Object value) {
        if (value instanceof Identifier identifier) {
            return IdentifierJson.write(identifier);
        }
        if (value instanceof Integer number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Long number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Instant instant) {
            return JsonNodeFactory.instance.textNode(time(instant));
        }
        if (value instanceof Double number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = Json.object();
            map.forEach((name, item) -> node.set(name.toString(), value(item)));
            return node;
        }
        if (value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        if (value instanceof CustomContext context) {
            return customContext(context);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> array.add(value(item)));
            return array;
        }
        return value instanceof Party party ? participant(party) : JsonNodeFactory.instance.textNode(value.toString());
    }

    private static ObjectNode customContext(CustomContext context) {
        ObjectNode node = Json.object();
        ObjectNode sip = node.putObject("sipHeaders");
        context.sipHeaders().forEach(sip::put);
        ObjectNode voip = node.putObject("voipHeaders");
        context.voipHeaders().forEach(voip::put);
        return node;
    }
}
