package dev.callautomation.simulator.delivery;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Event Grid's own schema: arrays of one event, and a validation event whose code has to be sent back. */
final class NativeFormat implements EventGridFormat {

    static final String TOPIC = "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/simulator"
            + "/providers/microsoft.communication/communicationservices/simulator";

    @Override
    public Future<Void> handshake(RequestSender sender, URI endpoint) {
        String code = UUID.randomUUID().toString();
        ObjectNode event = Json.object();
        event.put("id", UUID.randomUUID().toString());
        event.put("topic", TOPIC);
        event.put("subject", "");
        event.putObject("data").put("validationCode", code);
        event.put("eventType", "Microsoft.EventGrid.SubscriptionValidationEvent");
        event.put("eventTime", Instant.now().toString());
        event.put("metadataVersion", "1");
        event.put("dataVersion", "1");
        return sender.post(endpoint, headers("SubscriptionValidation", 1), array(event))
                .recover(e -> Future.failedFuture(HandshakeFailures.unreachable(endpoint, e)))
                .compose(answer -> check(endpoint, answer, code));
    }

    @Override
    public Map<String, String> headers(int attempt) {
        return headers("Notification", attempt);
    }

    @Override
    public byte[] body(Effect.GridEvent event, String id) {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("topic", TOPIC);
        node.put("subject", event.subject());
        node.set("data", EventJson.gridData(event.data()));
        node.put("eventType", EventJson.TYPE_PREFIX + event.type());
        node.put("dataVersion", "1.0");
        node.put("metadataVersion", "1");
        node.put("eventTime", event.time().toString());
        return array(node);
    }

    private static Future<Void> check(URI endpoint, HttpSender.Answer answer, String code) {
        if (answer.status() != 200) {
            return HandshakeFailures.refused(endpoint, "it answered " + answer.status() + " instead of 200");
        }
        try {
            boolean consent = code.equals(
                    Json.read(answer.body()).path("validationResponse").asText());
            return consent
                    ? Future.succeededFuture()
                    : HandshakeFailures.refused(
                            endpoint, "its answer does not hold the validationCode it was sent as validationResponse");
        } catch (IOException e) {
            return HandshakeFailures.refused(
                    endpoint, "its answer is not JSON; {\"validationResponse\": code} is expected");
        }
    }

    private static Map<String, String> headers(String type, int attempt) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("aeg-event-type", type);
        headers.put("aeg-subscription-name", "SIMULATOR");
        headers.put("aeg-delivery-count", String.valueOf(attempt - 1));
        headers.put("aeg-metadata-version", "1");
        headers.put("aeg-data-version", "1.0");
        return headers;
    }

    private static byte[] array(ObjectNode event) {
        return Json.write(JsonNodeFactory.instance.arrayNode().add(event));
    }
}
