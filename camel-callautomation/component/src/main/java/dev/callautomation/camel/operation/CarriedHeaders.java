package dev.callautomation.camel.operation;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Headers that an event or an operation left on the message, so that the next operation needs no configuration.
 *
 * <p>Such a header is a default: an endpoint option or the body beats it. A header that the route sets itself beats
 * both. Without the distinction {@code addParticipant?operationContext=agent} would send the operation context of the
 * event that started the route, and {@code toD("callautomation:hangUp?callConnectionId=...")} would hang up the call
 * the event came from.
 */
public final class CarriedHeaders {

    private static final String PROPERTY = "CamelCallAutomationCarriedHeaders";

    private CarriedHeaders() {}

    /**
     * Sets headers and remembers them as carried.
     *
     * @param headers by name; a {@code null} value removes the header
     */
    public static void set(Exchange exchange, Map<String, ?> headers) {
        // a copy, because copies of the exchange that run side by side share the property's value
        Map<String, Object> carried = new HashMap<>(carried(exchange).values());
        Message message = exchange.getMessage();
        headers.forEach((name, value) -> {
            if (value == null) {
                message.removeHeader(name);
                carried.remove(name);
            } else {
                message.setHeader(name, value);
                carried.put(name, value);
            }
        });
        exchange.setProperty(PROPERTY, new Carried(carried));
    }

    static boolean isCarried(Exchange exchange, String name, Object value) {
        return value.equals(carried(exchange).values().get(name));
    }

    private static Carried carried(Exchange exchange) {
        Carried carried = exchange.getProperty(PROPERTY, Carried.class);
        return carried == null ? Carried.NONE : carried;
    }

    private record Carried(Map<String, Object> values) {

        private static final Carried NONE = new Carried(Map.of());

        /** Leaves the values out: one may be an incoming call context, and exchange properties get logged. */
        @Override
        public String toString() {
            return "Carried" + values.keySet();
        }
    }
}
