package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** CloudEvents 1.0: one object a request, and an OPTIONS request to ask for consent (CloudEvents webhooks, 4). */
final class CloudEventsFormat implements EventGridFormat {

    private static final String ORIGIN = "eventgrid.azure.net";

    @Override
    public Future<Void> handshake(RequestSender sender, URI endpoint) {
        Map<String, String> headers = Map.of("WebHook-Request-Origin", ORIGIN, "WebHook-Request-Rate", "120");
        return sender.send(HttpMethod.OPTIONS, endpoint, headers, new byte[0])
                .recover(e -> Future.failedFuture(HandshakeFailures.unreachable(endpoint, e)))
                .compose(answer -> check(endpoint, answer));
    }

    @Override
    public Map<String, String> headers(int attempt) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
        headers.put("aeg-event-type", "Notification");
        headers.put("aeg-subscription-name", "SIMULATOR");
        headers.put("aeg-delivery-count", String.valueOf(attempt - 1));
        return headers;
    }

    @Override
    public byte[] body(Effect.GridEvent event, String id) {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("source", NativeFormat.TOPIC);
        node.put("subject", event.subject());
        node.set("data", EventJson.gridData(event.data()));
        node.put("type", EventJson.TYPE_PREFIX + event.type());
        node.put("specversion", "1.0");
        node.put("time", event.time().toString());
        return Json.write(node);
    }

    private static Future<Void> check(URI endpoint, HttpSender.Answer answer) {
        if (answer.status() != 200) {
            return HandshakeFailures.refused(
                    endpoint, "it answered OPTIONS with " + answer.status() + " instead of 200");
        }
        String allowed = answer.headers().get("WebHook-Allowed-Origin");
        return "*".equals(allowed) || ORIGIN.equalsIgnoreCase(allowed)
                ? Future.succeededFuture()
                : HandshakeFailures.refused(
                        endpoint, "its answer lacks the header WebHook-Allowed-Origin: " + ORIGIN + " (or *)");
    }
}
