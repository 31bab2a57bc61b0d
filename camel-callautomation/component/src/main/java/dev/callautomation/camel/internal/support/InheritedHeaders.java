package dev.callautomation.camel.internal.support;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Headers that the component set from an event or an operation, so that the next operation needs no configuration.
 *
 * <p>An inherited header is a default: an endpoint option or the body overrides it. A header that the route sets overrides
 * both. Without the distinction {@code addParticipant?operationContext=agent} would send the operation context of the event
 * that started the route, and {@code toD("callautomation:hangUp?callConnectionId=...")} would hang up the call of that event.
 */
public final class InheritedHeaders {

    private static final String PROPERTY = "CamelCallAutomationInheritedHeaders";

    private InheritedHeaders() {}

    /**
     * Sets headers and marks them as inherited.
     *
     * @param headers by name; a {@code null} value removes the header
     */
    public static void set(Exchange exchange, Map<String, ?> headers) {
        // a copy, because copies of the exchange that run in parallel share the value of the property
        Map<String, Object> inherited = new HashMap<>(inherited(exchange).values());
        Message message = exchange.getMessage();
        headers.forEach((name, value) -> {
            if (value == null) {
                message.removeHeader(name);
                inherited.remove(name);
            } else {
                message.setHeader(name, value);
                inherited.put(name, value);
            }
        });
        exchange.setProperty(PROPERTY, new Inherited(inherited));
    }

    public static boolean isInherited(Exchange exchange, String name, Object value) {
        return value.equals(inherited(exchange).values().get(name));
    }

    /** What the component set last, also if the route has removed the headers. */
    static Map<String, Object> values(Exchange exchange) {
        return inherited(exchange).values();
    }

    private static Inherited inherited(Exchange exchange) {
        Inherited inherited = exchange.getProperty(PROPERTY, Inherited.class);
        return inherited == null ? Inherited.NONE : inherited;
    }

    private record Inherited(Map<String, Object> values) {

        private static final Inherited NONE = new Inherited(Map.of());

        /** Leaves the values out: one may be an incoming call context, and exchange properties get logged. */
        @Override
        public String toString() {
            return "Inherited" + values.keySet();
        }
    }
}
