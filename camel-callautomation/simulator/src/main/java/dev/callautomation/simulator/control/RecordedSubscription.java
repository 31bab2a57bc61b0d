package dev.callautomation.simulator.control;

import java.net.URI;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.wire.Json;

/** Writes a subscription as scenario files have it, with the application's address in a variable. */
final class RecordedSubscription {

    private static final String APPLICATION = "application";
    private static final String SECRET = "eventGridQuery";

    private RecordedSubscription() {}

    /** @param variables get what the endpoint refers to; a query, which may hold a secret, without its value */
    static ObjectNode of(EventGridSubscription subscription, ObjectNode variables) {
        URI endpoint = URI.create(subscription.address());
        String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        if (!variables.has(APPLICATION)) {
            variables.put(APPLICATION, origin);
        }
        String address = origin.equals(variables.path(APPLICATION).asText())
                ? "${" + APPLICATION + "}" + endpoint.getRawPath()
                : subscription.address();
        if (subscription.endpoint().getRawQuery() != null) {
            variables.putNull(SECRET);
            address += "?${" + SECRET + "}";
        }
        ObjectNode node = Json.object()
                .put("endpoint", address)
                .put("schema", subscription.schema().wireName());
        if (!subscription.types().isEmpty()) {
            ArrayNode types = node.putArray("types");
            subscription.types().stream().sorted().forEach(types::add);
        }
        if (subscription.entra() != null) {
            node.putObject("entra")
                    .put("tenantId", subscription.entra().tenantId())
                    .put("audience", subscription.entra().audience());
        }
        return node;
    }
}
