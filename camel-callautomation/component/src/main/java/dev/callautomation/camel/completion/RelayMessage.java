package dev.callautomation.camel.completion;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What nodes tell each other, as JSON.
 *
 * @param kind   what it is
 * @param from   the node that sends it
 * @param to     the node that is meant; {@code null} if all are
 * @param number of the event, counted by the node that received it
 * @param nobody with a claim: whether nobody waits
 * @param event  the event as the service delivered it; {@code null} unless it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelayMessage(Kind kind, String from, String to, long number, boolean nobody, JsonNode event) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Kind {
        /** An event of the service. */
        EVENT,
        /** Who waited for it. */
        CLAIM,
        /** What it has set going waits again, or has ended. */
        SETTLED
    }

    static RelayMessage event(String from, String to, long number, byte[] delivered) {
        try {
            return new RelayMessage(Kind.EVENT, from, to, number, false, MAPPER.readTree(delivered));
        } catch (IOException e) {
            throw new IllegalStateException("An event that was read once can be read again", e);
        }
    }

    RelayMessage claim(boolean nobodyWaits) {
        return new RelayMessage(Kind.CLAIM, to, from, number, nobodyWaits, null);
    }

    RelayMessage settled() {
        return new RelayMessage(Kind.SETTLED, to, from, number, false, null);
    }

    static RelayMessage read(byte[] json) throws IOException {
        return MAPPER.readValue(json, RelayMessage.class);
    }

    byte[] write() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of ours is JSON", e);
        }
    }

    /** Leaves the event out: it may hold an incoming call context. */
    @Override
    public String toString() {
        return kind + " " + number + " from " + from + " to " + to;
    }
}
