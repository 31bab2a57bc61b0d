package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Response to a delivery.
 *
 * @param status  HTTP status
 * @param headers headers without Content-Length
 * @param body    may be empty
 */
public record DeliveryResponse(int status, Map<String, String> headers, byte[] body) {

    private static final int OK = 200;

    static final DeliveryResponse ACCEPTED = ok(Map.of());

    static DeliveryResponse ok(Map<String, String> headers) {
        return new DeliveryResponse(OK, headers, new byte[0]);
    }

    static DeliveryResponse json(int status, String member, String value, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        String json = JsonNodeFactory.instance.objectNode().put(member, value).toString();
        return new DeliveryResponse(status, Map.copyOf(all), json.getBytes(StandardCharsets.UTF_8));
    }
}
