package dev.callautomation.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Headers of a message that travel in the operation context, to come back with the events of the operation. */
final class Carry {

    private final List<String> names;

    private Carry(List<String> names) {
        this.names = names;
    }

    /**
     * @param  names                    header names with commas between them; {@code null} for none
     * @throws IllegalArgumentException if a name is one that steers Camel
     */
    static Carry of(String names) {
        List<String> list = names == null
                ? List.of()
                : Stream.of(names.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList();
        list.stream().filter(Carry::isForbidden).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The option carry must not name " + name
                    + ": headers that begin with Camel steer routes and operations, and are not taken from events;"
                    + " copy it into a header of your own");
        });
        return new Carry(list);
    }

    static boolean isForbidden(String name) {
        return Stream.of("Camel", "org.apache.camel.")
                .anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** The values that are there, as text. */
    Map<String, String> values(Exchange exchange) {
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

    boolean isEmpty() {
        return names.isEmpty();
    }
}
