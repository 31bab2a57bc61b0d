package dev.callautomation.camel.test;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Values of one replay in place of those of the file: the values that the test sets, new ids of call connections and events, so
 * that a call can be replayed more than once, and the operation contexts that the routes send.
 */
final class ReplayValues {

    private static final String CONTEXT = "operationContext";

    /** Shorter ones could be parts of other texts. */
    private static final int SHORTEST_ID = 8;

    /** Not within a word, but after a percent-encoded character. */
    private static final String BEGIN = "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))";

    private final Map<String, String> values;
    private final Map<String, String> contexts = new HashMap<>();
    private final Pattern replaced;

    ReplayValues(RecordedCall call) {
        values = new HashMap<>(call.values());
        for (RecordedEntry entry : call.entries()) {
            if (entry instanceof RecordedEntry.Event event) {
                renew(event.body().path("id"));
                renew(event.body().path("data").path("callConnectionId"));
            } else if (entry instanceof RecordedEntry.Response response) {
                renew(response.body().path("callConnectionId"));
            }
        }
        replaced = values.isEmpty()
                ? null
                : Pattern.compile(values.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", BEGIN + "(?:", ")(?![A-Za-z0-9])")));
    }

    private void renew(JsonNode id) {
        if (id.isTextual() && id.textValue().length() >= SHORTEST_ID) {
            values.putIfAbsent(id.textValue(), UUID.randomUUID().toString());
        }
    }

    /** The routes have sent another operation context than the recorded one. */
    void bind(String recordedContext, String sent) {
        contexts.put(recordedContext, sent);
    }

    String in(String text) {
        return replaced == null
                ? text
                : replaced.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group())));
    }

    /** A copy with the values. */
    JsonNode in(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(in(member.getKey()), in(member.getKey(), member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(in(element)));
            return copy;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(in(node.textValue())) : node;
    }

    private JsonNode in(String name, JsonNode node) {
        return name.equals(CONTEXT) && contexts.containsKey(node.asText())
                ? JsonNodeFactory.instance.textNode(contexts.get(node.asText()))
                : in(node);
    }
}
