package dev.callautomation.simulator.scenario;

import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that has to happen; valid by the schema. */
record Expectation(JsonNode json) {

    private static final long WITHIN_MILLIS = 30_000;

    /** What is expected. */
    enum Kind {
        EVENT("event"),
        REQUEST("request"),
        HEARD("heard"),
        RINGS("rings"),
        CONNECTED("connected"),
        URL("url");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        String member() {
            return member;
        }
    }

    Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> json.has(kind.member()))
                .findFirst()
                .orElseThrow();
    }

    /** The event, the operation, the words, the phone or the address. */
    String name() {
        return json.path(kind().member()).asText();
    }

    /** Expected members, a missing node for any. */
    JsonNode with() {
        return json.path("with");
    }

    /** A member as text, {@code null} when there is none. */
    String member(String name) {
        return json.path(name).asText(null);
    }

    Integer status() {
        return json.has("status") ? Integer.valueOf(json.get("status").asInt()) : null;
    }

    long withinMillis() {
        return json.path("withinMillis").asLong(WITHIN_MILLIS);
    }

    /** Whether it is met by something on a timeline, which comes at one place in the order. */
    boolean isOnTimeline() {
        return kind() != Kind.CONNECTED && kind() != Kind.URL;
    }

    /** A few words for people. */
    String text() {
        return switch (kind()) {
            case EVENT -> "event " + name();
            case REQUEST -> "request " + name();
            case HEARD -> (json.has("phone") ? member("phone") : "a phone") + " to hear \"" + name() + "\"";
            case RINGS -> name() + " to ring";
            case CONNECTED -> json.get("connected").size() + " phones in one call";
            case URL -> "JSON of " + Step.withoutQuery(name());
        };
    }
}
