package dev.callautomation.camel.internal.journal;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Ids by which an entry belongs to a call.
 *
 * @param connection the call connection id; {@code null} if it has none
 * @param others     ids that other entries of the call have, too, the most specific one first
 */
record CallKeys(String connection, List<String> others) {

    static final CallKeys NONE = new CallKeys(null, List.of());

    private static final Pattern CONNECTION = Pattern.compile("/callConnections/([^/:?]+)");
    private static final Pattern RECORDING = Pattern.compile("/recordings/([^/:?]+)");
    private static final Pattern RECORDING_SUBJECT = Pattern.compile("/recordingId/([^/]+)");
    private static final List<String> MEMBERS =
            List.of("incomingCallContext", "recordingId", "correlationId", "serverCallId");

    static CallKeys of(JournalEntry entry) {
        if (entry instanceof JournalEntry.Event event) {
            return of(event.envelope());
        }
        if (entry instanceof JournalEntry.Request request) {
            return of(request);
        }
        return of(tree(entry.body()), null, null);
    }

    private static CallKeys of(EventEnvelope event) {
        Matcher subject = RECORDING_SUBJECT.matcher(event.subject() == null ? "" : event.subject());
        return of(event.data(), event.callConnectionId(), subject.find() ? subject.group(1) : null);
    }

    private static CallKeys of(JournalEntry.Request request) {
        Matcher connection = CONNECTION.matcher(request.path());
        Matcher recording = RECORDING.matcher(request.path());
        JsonNode body = tree(request.body());
        JsonNode locator = body.path("callLocator");
        return of(
                locator.isObject() && !body.has("incomingCallContext") ? locator : body,
                connection.find() ? decoded(connection.group(1)) : null,
                recording.find() ? decoded(recording.group(1)) : null);
    }

    private static CallKeys of(JsonNode members, String connection, String recording) {
        List<String> others = new ArrayList<>();
        if (recording != null) {
            others.add("recordingId=" + recording);
        }
        for (String member : MEMBERS) {
            String value = members.path(member).asText("");
            if (!value.isEmpty()) {
                others.add(member + "=" + value);
            }
        }
        String known = connection == null ? members.path("callConnectionId").asText("") : connection;
        return new CallKeys(known.isEmpty() ? null : known, List.copyOf(others));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JournalJson.MAPPER.readTree(json);
        } catch (IOException e) {
            // a proxy may respond with HTML
            return JournalJson.MAPPER.getNodeFactory().missingNode();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    boolean isEmpty() {
        return connection == null && others.isEmpty();
    }

    boolean isOfConnection() {
        return connection != null;
    }
}
