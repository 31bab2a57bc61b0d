package dev.callautomation.simulator.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * An Event Grid subscription of a webhook.
 *
 * @param endpoint absolute http or https address; its query may hold a secret and is never logged
 * @param schema delivery format
 * @param types event types to deliver, with or without {@code Microsoft.Communication.}; empty means all
 * @param entra the token that deliveries carry, {@code null} for none
 */
public record EventGridSubscription(URI endpoint, EventGridSchema schema, Set<String> types, EntraAudience entra) {

    public EventGridSubscription {
        boolean http = endpoint != null
                && endpoint.getHost() != null
                && ("http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme()));
        if (!http) {
            throw new IllegalArgumentException(
                    "endpoint must be an absolute http or https address, for example http://localhost:8080/events");
        }
        types = Set.copyOf(types);
    }

    /** Deliveries without a token. */
    public EventGridSubscription(URI endpoint, EventGridSchema schema, Set<String> types) {
        this(endpoint, schema, types, null);
    }

    /** All events of this endpoint in the Event Grid schema. */
    public static EventGridSubscription to(URI endpoint) {
        return new EventGridSubscription(endpoint, EventGridSchema.EVENT_GRID, Set.of());
    }

    /** All events of this endpoint in the Event Grid schema. */
    public static EventGridSubscription to(String endpoint) {
        try {
            return to(endpoint == null ? null : new URI(endpoint));
        } catch (URISyntaxException e) {
            // its own message repeats the text, which may hold a secret
            throw new IllegalArgumentException(
                    "endpoint is not a URI: there is an illegal character at position " + e.getIndex());
        }
    }

    /** The same subscription in another schema. */
    public EventGridSubscription withSchema(EventGridSchema other) {
        return new EventGridSubscription(endpoint, other, types, entra);
    }

    /** The same subscription for these types only. */
    public EventGridSubscription withTypes(String... only) {
        return new EventGridSubscription(endpoint, schema, Set.of(only), entra);
    }

    /** The same subscription with a token of this tenant for this audience. */
    public EventGridSubscription withEntra(String tenantId, String audience) {
        return new EventGridSubscription(endpoint, schema, types, new EntraAudience(tenantId, audience));
    }

    /** Whether an event of this full type name is wanted. */
    public boolean wants(String type) {
        return types.isEmpty() || types.contains(type) || types.contains(type.substring(type.lastIndexOf('.') + 1));
    }

    /** The endpoint without user, password and query, which may be secrets. */
    public String address() {
        String authority = endpoint.getRawAuthority();
        return endpoint.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1)
                + endpoint.getRawPath();
    }

    /** Leaves out what of the endpoint may be secret. */
    @Override
    public String toString() {
        return "EventGridSubscription[" + address() + ", " + schema.wireName() + ", " + types + "]";
    }
}
