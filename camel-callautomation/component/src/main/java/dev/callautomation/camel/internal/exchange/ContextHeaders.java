package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Headers of a message that are sent in the operation context, which the events of the operation return. */
public final class ContextHeaders {

    private final List<String> names;

    private ContextHeaders(List<String> names) {
        this.names = names;
    }

    /**
     * @param  names                    comma-separated header names; {@code null} for none
     * @throws IllegalArgumentException if a name is one that Camel, other components or servers obey
     */
    public static ContextHeaders of(String names) {
        return new ContextHeaders(ContextHeaderNames.parse("contextHeaders", names));
    }

    /** The values of the headers that are present, as text. */
    public Map<String, String> values(Exchange exchange) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Message message = exchange.getMessage();
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            String value = message.getHeader(name, String.class);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    List<String> names() {
        return names;
    }
}
