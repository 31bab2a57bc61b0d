package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
     * @throws IllegalArgumentException if a name is reserved to Camel
     */
    public static ContextHeaders of(String names) {
        List<String> list = names == null
                ? List.of()
                : Stream.of(names.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList();
        list.stream().filter(ContextHeaders::isForbidden).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The option contextHeaders must not name " + name
                    + ": headers that begin with Camel control routes and operations, and are not set from events;"
                    + " copy the value to a header with another name");
        });
        return new ContextHeaders(list);
    }

    public static boolean isForbidden(String name) {
        return Stream.of("Camel", "org.apache.camel.")
                .anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** The values of the headers that are present, as text. */
    public Map<String, String> values(Exchange exchange) {
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

    public boolean isEmpty() {
        return names.isEmpty();
    }
}
