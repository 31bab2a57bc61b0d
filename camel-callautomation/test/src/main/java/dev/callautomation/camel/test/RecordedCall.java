package dev.callautomation.camel.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A call that the component has recorded with its option {@code journalDirectory}. Immutable.
 *
 * <p>Instead of phone numbers, ids of users, secrets and custom contexts it has replacements, as the file has; {@link #with} sets
 * those on which the route depends.
 */
public final class RecordedCall {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int VERSION = 1;

    private final String name;
    private final List<RecordedEntry> entries;
    private final Map<String, String> values;

    private RecordedCall(String name, List<RecordedEntry> entries, Map<String, String> values) {
        this.name = name;
        this.entries = List.copyOf(entries);
        this.values = values;
    }

    /**
     * Reads the file of a call.
     *
     * @throws IllegalArgumentException if it is none, or entries are missing in it
     * @throws UncheckedIOException     if it cannot be read
     */
    public static RecordedCall read(Path file) {
        List<RecordedEntry> entries = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                read(file + ", line " + (line + 1), MAPPER.readTree(lines.get(line)), line == 0, entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The recorded call " + file + " cannot be read", e);
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(file + " has no entries of a call");
        }
        return new RecordedCall(String.valueOf(file.getFileName()), entries, Map.of());
    }

    private static void read(String place, JsonNode line, boolean first, List<RecordedEntry> entries) {
        String kind = line.path("kind").asText();
        if (first && (!kind.equals("journal") || line.path("version").asInt() != VERSION)) {
            throw new IllegalArgumentException(place + ": this is no recorded call of version " + VERSION);
        }
        long at = line.path("at").asLong();
        long request = line.path("request").asLong();
        String operation = line.path("operation").asText();
        JsonNode body = line.path("body");
        switch (kind) {
            case "journal" -> {}
            case "event" ->
                entries.add(new RecordedEntry.Event(at, line.path("type").asText(), body));
            case "request" ->
                entries.add(new RecordedEntry.Request(
                        at,
                        request,
                        operation,
                        line.path("method").asText(),
                        line.path("path").asText(),
                        body));
            case "response" ->
                entries.add(new RecordedEntry.Response(
                        at, request, operation, line.path("status").asInt(), body));
            case "dropped" ->
                throw new IllegalArgumentException(
                        place + ": entries are missing here, because more was recorded than could be written");
            case "full" ->
                throw new IllegalArgumentException(
                        place + ": the file is full, so that the rest of the call is missing");
            default -> throw new IllegalArgumentException(place + ": an entry of the unknown kind " + kind);
        }
    }

    /**
     * The same call with another value in place of a replacement: {@code with("+14255557001", "+18005550100")}, or
     * {@code with("replaced-3", "gold")} for one of a custom context. Routes that filter or compare values need those of their
     * application.
     *
     * @param replacement a phone number, an id of a user or another replacement, as in the file
     * @param value       of the same kind
     */
    public RecordedCall with(String replacement, String value) {
        boolean known = entries.stream().anyMatch(entry -> entry.toString().contains(varying(replacement)));
        if (!known) {
            throw new IllegalArgumentException(name + " does not contain " + replacement);
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(varying(replacement), varying(value));
        return new RecordedCall(name, entries, more);
    }

    /** Numbers may be without the sign, as in raw ids, or have it encoded, as in paths; and so the kind of a user. */
    private static String varying(String identifier) {
        return identifier.startsWith("+")
                ? identifier.substring(1)
                : identifier.matches("(?:8|28):[a-z-]+:.+")
                        ? identifier.substring(identifier.lastIndexOf(':') + 1)
                        : identifier;
    }

    String name() {
        return name;
    }

    List<RecordedEntry> entries() {
        return entries;
    }

    /** Values by the replacements in whose place they are. */
    Map<String, String> values() {
        return values;
    }

    /** The order of its entries, a line for each. */
    @Override
    public String toString() {
        return name + System.lineSeparator() + CallOrder.of(entries, -1);
    }
}
