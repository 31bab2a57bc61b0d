package dev.callautomation.simulator.page;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.wire.Json;

/**
 * A server-sent event.
 *
 * @param number in the order of publication
 * @param callId the call whose timeline it belongs to, {@code null} for what every client receives
 * @param data what it tells, as JSON; made when it is sent, which most messages of a busy simulator are not
 */
record FeedMessage(long number, String event, String callId, Supplier<String> data) {

    private static final String RESET = "reset";

    /** In place of messages that were dropped; the client has no last event then, so that it does not continue after them. */
    static FeedMessage reset(long number) {
        return new FeedMessage(number, RESET, null, () -> "{}");
    }

    static String json(JsonNode data) {
        return new String(Json.writePlain(data), StandardCharsets.UTF_8);
    }

    /** The lines that are sent; JSON has no line break outside of its strings, and escapes those inside. */
    String text(String streamId) {
        String id = event.equals(RESET) ? "id:" : "id: " + streamId + "-" + number;
        return id + "\nevent: " + event + "\ndata: " + data.get() + "\n\n";
    }
}
