package dev.callautomation.camel.internal.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.internal.support.IdentifierMask;
import dev.callautomation.camel.internal.support.OptionCatalog;
import dev.callautomation.camel.internal.support.UntrustedText;

/** The options of a component as they may be shown: without secrets, which the catalog marks, and without what may have some. */
public final class Settings {

    private static final String HIDDEN = "xxxxxx";
    private static final int LONGEST = 200;
    private static final int SHORTEST = 4;

    /** @param defaultValue {@code null} if it has none */
    private record Option(String name, boolean secret, String defaultValue) {}

    /** The options that the catalog lists, read when the console is used for the first time. */
    private static final class Catalog {

        private static final List<Option> OPTIONS =
                OptionCatalog.read().path("componentProperties").properties().stream()
                        .map(option -> option(option.getKey(), option.getValue()))
                        .toList();

        private static Option option(String name, JsonNode catalog) {
            return new Option(
                    name,
                    catalog.path("secret").asBoolean(),
                    catalog.path("defaultValue").asText(null));
        }
    }

    private Settings() {}

    /**
     * The options that are set to another value than their default, by name.
     *
     * @param value returns the value of an option
     */
    public static Map<String, String> of(Function<String, Object> value, IdentifierMask mask) {
        Map<String, String> shown = new TreeMap<>();
        List<String> secrets = new ArrayList<>();
        Catalog.OPTIONS.forEach(option -> {
            Object set = value.apply(option.name());
            if (set != null && option.secret()) {
                // lists of secrets, and the parts of a connection string
                Stream.of(set.toString().split("[,;]"))
                        .map(part -> part.replaceFirst("(?i)^accesskey=", ""))
                        .filter(part -> part.length() >= SHORTEST && !part.startsWith("endpoint="))
                        .forEach(secrets::add);
                shown.put(option.name(), HIDDEN);
            }
        });
        Catalog.OPTIONS.forEach(option -> {
            Object set = value.apply(option.name());
            boolean ordinary = set != null
                    // its own options are among these
                    && !option.name().equals("configuration")
                    && !shown.containsKey(option.name())
                    && !set.toString().equals(option.defaultValue());
            if (ordinary) {
                String text = text(set);
                boolean safe = secrets.stream().noneMatch(text::contains);
                if (!text.isEmpty()) {
                    shown.put(option.name(), safe ? mask.in(text) : HIDDEN);
                }
            }
        });
        return shown;
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return shown(text);
        } else if (value instanceof Map<?, ?> map) {
            // the values may concern persons
            return map.isEmpty()
                    ? ""
                    : shown(String.join(
                            ", ", map.keySet().stream().map(String::valueOf).toList()));
        } else if (value instanceof Boolean
                || value instanceof Number
                || value instanceof Enum
                || value instanceof Duration) {
            return value.toString();
        }
        return value.getClass().getSimpleName();
    }

    /** Without the user and the query of an address, which may have secrets. */
    static String shown(String text) {
        String address = text.replaceAll("//[^/?#\\s]*@", "//").replaceAll("\\?.*", "?...");
        String line = UntrustedText.singleLine(address);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
