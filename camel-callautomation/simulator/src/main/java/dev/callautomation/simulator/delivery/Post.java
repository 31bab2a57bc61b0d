package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.callautomation.simulator.model.TextSize;
import dev.callautomation.simulator.timeline.SentMessage;

/** A request that delivers an event. */
final class Post {

    private final String callId;
    private final String from;
    private final String event;
    private final String eventId;
    private final URI destination;
    private final Map<String, String> headers;
    private final byte[] body;
    private final String text;

    /**
     * One whose headers are not known yet.
     *
     * @param from who sends it, as the timeline says
     */
    Post(String callId, String from, String event, String eventId, URI destination, byte[] body) {
        this(callId, from, event, eventId, destination, Map.of(), body, new String(body, StandardCharsets.UTF_8));
    }

    private Post(
            String callId,
            String from,
            String event,
            String eventId,
            URI destination,
            Map<String, String> headers,
            byte[] body,
            String text) {
        this.callId = callId;
        this.from = from;
        this.event = event;
        this.eventId = eventId;
        this.destination = destination;
        this.headers = headers;
        this.body = body;
        this.text = text;
    }

    Post with(Map<String, String> sent) {
        return new Post(callId, from, event, eventId, destination, sent, body, text);
    }

    String callId() {
        return callId;
    }

    String from() {
        return from;
    }

    String event() {
        return event;
    }

    String eventId() {
        return eventId;
    }

    URI destination() {
        return destination;
    }

    byte[] body() {
        return body;
    }

    /** About how many bytes it takes: it is kept as bytes and as text. */
    long size() {
        return body.length + TextSize.of(text);
    }

    /** Where it goes to, without what may be secret. */
    String endpoint() {
        String address = destination.toString();
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        String user = destination.getRawUserInfo();
        return user == null ? path : path.replace(user + "@", "");
    }

    SentMessage message() {
        return SentMessage.request("POST", destination.toString(), headers.entrySet(), text, body.length);
    }
}
