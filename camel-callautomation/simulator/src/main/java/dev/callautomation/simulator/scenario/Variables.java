package dev.callautomation.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.callautomation.simulator.wire.Spelling;

/** Puts the values of variables into strings: {@code ${name}}; {@code $${name}} stays {@code ${name}}. */
final class Variables {

    private static final String ENVIRONMENT = "CALLAUTOMATION_SCENARIO_";
    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([^{}]*)}");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> valueless = new TreeSet<>();
    private final Set<String> later = new TreeSet<>();

    /**
     * The variables of a file.
     *
     * @param given these come first
     * @param environment these come next
     */
    Variables(JsonNode declared, Map<String, String> given, Map<String, String> environment) {
        if (declared.isObject()) {
            declared.properties().forEach(variable -> {
                if (variable.getValue().isValueNode() && !variable.getValue().isNull()) {
                    values.put(variable.getKey(), variable.getValue().asText());
                } else {
                    valueless.add(variable.getKey());
                }
                String value = environment.get(environmentName(variable.getKey()));
                if (value != null) {
                    values.put(variable.getKey(), value);
                }
            });
        }
        values.putAll(given);
    }

    /** The environment variable of a variable: {@code CALLAUTOMATION_SCENARIO_BASE_URL} of {@code baseUrl}. */
    static String environmentName(String name) {
        return ENVIRONMENT + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** All values, by name. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** A variable that is set while the scenario is played; the text that names it stays as it is. */
    void setLater(String name) {
        later.add(name);
    }

    /** The same tree with values in the place of variables; problems, each with a pointer, go to the list. */
    JsonNode resolve(JsonNode node, String pointer, List<Map.Entry<String, String>> problems) {
        return replace(node, pointer, (at, text) -> resolve(text, at, problems));
    }

    private String resolve(String text, String pointer, List<Map.Entry<String, String>> problems) {
        return replace(text, name -> {
            if (values.containsKey(name)) {
                return values.get(name);
            }
            if (!later.contains(name)) {
                problems.add(Map.entry(pointer, problem(name)));
            }
            return null;
        });
    }

    private String problem(String name) {
        if (valueless.contains(name)) {
            return "the variable " + name + " has no value: give --set " + name + "=VALUE or set "
                    + environmentName(name);
        }
        List<String> known = new ArrayList<>(values.keySet());
        known.addAll(valueless);
        known.addAll(later);
        return "there is no variable " + name
                + Spelling.nearest(name, known)
                        .map(near -> ". Did you mean " + near + "?")
                        .orElse(": declare it in variables, give --set " + name + "=VALUE, or set it by as in a step"
                                + " before");
    }

    /** Puts values that have become known into a tree; others stay as they are. */
    static JsonNode replace(JsonNode node, Map<String, String> known) {
        return replace(node, "", (pointer, text) -> replace(text, known::get));
    }

    private interface Change {
        String apply(String pointer, String text);
    }

    private static JsonNode replace(JsonNode node, String pointer, Change change) {
        if (node.isTextual()) {
            return TextNode.valueOf(change.apply(pointer, node.asText()));
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            replace(member.getValue(), Document.pointer(pointer, member.getKey()), change)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                copy.add(replace(node.get(i), pointer + "/" + i, change));
            }
            return copy;
        }
        return node;
    }

    private static String replace(String text, Function<String, String> values) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(match -> {
            String value = match.group(1).isEmpty() ? values.apply(match.group(2)) : null;
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
