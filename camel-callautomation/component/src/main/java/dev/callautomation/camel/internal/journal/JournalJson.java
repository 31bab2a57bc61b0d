package dev.callautomation.camel.internal.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entries as lines of a file. */
final class JournalJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private JournalJson() {}

    /** @param repeated whether an event of the same id is in the file */
    static ObjectNode of(JournalEntry entry, long millis, boolean repeated, Replacements replacements) {
        ObjectNode line = MAPPER.createObjectNode().put("at", millis);
        if (entry instanceof JournalEntry.Event event) {
            line.put("kind", "event").put("type", event.envelope().shortType());
            if (repeated) {
                line.put("repeated", true);
            }
        } else if (entry instanceof JournalEntry.Request request) {
            line.put("kind", "request")
                    .put("request", request.number())
                    .put("operation", request.operation())
                    .put("method", request.method())
                    .put("path", replacements.path(request.path()));
        } else if (entry instanceof JournalEntry.Response response) {
            line.put("kind", "response")
                    .put("request", response.number())
                    .put("operation", response.operation())
                    .put("status", response.status());
            if (response.attempts() > 1) {
                line.put("attempts", response.attempts());
            }
            if (response.failure() != null) {
                line.put("failure", response.failure());
            }
        }
        if (entry.body().length > 0) {
            line.set("body", body(entry.body(), replacements));
        }
        return line;
    }

    private static JsonNode body(byte[] bytes, Replacements replacements) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (IOException e) {
            // a proxy may respond with HTML
            tree = MAPPER.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
        }
        return replacements.in(tree);
    }

    static byte[] bytes(ObjectNode line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
