package dev.callautomation.simulator.page;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.model.TextSize;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.wire.Json;

/**
 * A server-sent event.
 *
 * @param number in the order of publication
 * @param callId the call whose timeline it belongs to, {@code null} for what every client receives
 * @param size about how many bytes it keeps in memory
 * @param data what it tells, as JSON; that of an entry is made when it is sent, which most of a busy simulator are not
 */
record FeedMessage(long number, String event, String callId, long size, Supplier<String> data) {

    private static final String RESET = "reset";
    private static final int OBJECTS = 200;

    /** Everything, which a client receives first, however large it is. */
    static FeedMessage first(long number, String data) {
        return new FeedMessage(number, "state", null, 0, () -> data);
    }

    /** A state, for every client. */
    static FeedMessage state(long number, String event, String data) {
        return new FeedMessage(number, event, null, OBJECTS + TextSize.of(data), () -> data);
    }

    /** What was written on the timeline of a call. */
    static FeedMessage entry(long number, TimelineEntry entry, Function<TimelineEntry, JsonNode> view) {
        return new FeedMessage(number, "entry", entry.callId(), OBJECTS + entry.size(), () -> json(view.apply(entry)));
    }

    /** In place of messages that were dropped; the client has no last event then, so that it does not continue after them. */
    static FeedMessage reset(long number) {
        return state(number, RESET, "{}");
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
