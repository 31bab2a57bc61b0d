package dev.callautomation.camel.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import dev.callautomation.camel.docs.Page.Snippet;

/** The endpoints that the routes of a recipe name, with their options. */
final class RecipeRoutes {

    private static final Pattern OPERATION = Pattern.compile("callautomation:(?!events)\\w+");

    private final Object document;

    RecipeRoutes(Snippet routes) {
        document = new Load(LoadSettings.builder().build()).loadFromString(routes.text());
    }

    /**
     * A consumer or an operation.
     *
     * @param name the URI without options
     */
    record Endpoint(String name, Map<String, String> options) {

        private static Endpoint of(Object value) {
            String[] uri;
            Map<String, String> options = new HashMap<>();
            if (value instanceof Map<?, ?> map) {
                uri = String.valueOf(map.get("uri")).split("\\?", 2);
                if (map.get("parameters") instanceof Map<?, ?> parameters) {
                    parameters.forEach((key, option) -> options.put(String.valueOf(key), String.valueOf(option)));
                }
            } else {
                uri = String.valueOf(value).split("\\?", 2);
            }
            if (uri.length == 2) {
                for (String option : uri[1].split("&")) {
                    String[] pair = option.split("=", 2);
                    options.put(pair[0], pair.length == 2 ? pair[1] : "");
                }
            }
            return new Endpoint(uri[0], Map.copyOf(options));
        }

        List<String> types() {
            return Arrays.asList(options.getOrDefault("type", "").split(","));
        }

        String context() {
            return options.get("operationContext");
        }

        /** Whether a consumer takes events of an operation, or of another consumer; one that names no context matches all. */
        boolean takes(String type, Endpoint other) {
            return types().contains(type)
                    && (context() == null
                            || other.context() == null
                            || matches(context(), other.context())
                            || matches(other.context(), context()));
        }

        private static boolean matches(String pattern, String context) {
            return context.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
        }

        @Override
        public String toString() {
            return name + options;
        }
    }

    /** Consumers of events of calls; {@code IncomingCall}, with which a call begins, is none of them. */
    List<Endpoint> consumers() {
        return endpoints("from")
                .filter(endpoint -> endpoint.name().equals("callautomation:events"))
                .filter(endpoint -> !endpoint.types().equals(List.of("IncomingCall")))
                .toList();
    }

    List<Endpoint> operations() {
        return endpoints("to")
                .filter(endpoint -> OPERATION.matcher(endpoint.name()).matches())
                .toList();
    }

    /** What the handler of exceptions, or each handler of a step, does. */
    List<Object> handlers(String key) {
        List<Object> found = new ArrayList<>();
        collect(document, key, found);
        return found;
    }

    private Stream<Endpoint> endpoints(String key) {
        return handlers(key).stream().map(Endpoint::of);
    }

    private static void collect(Object node, String key, List<Object> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (key.equals(name)) {
                    found.add(value);
                }
                collect(value, key, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, key, found));
        }
    }
}
