package dev.callautomation.camel.completion;

import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.operation.Completion.Link;

/** What an event has in common with operations. */
final class Links {

    private Links() {}

    static Map<Link, String> of(EventEnvelope event) {
        Map<Link, String> links = new EnumMap<>(Link.class);
        if (event.trace() != null && event.trace().awaited()) {
            links.put(Link.OPERATION, event.trace().operation());
        }
        put(links, Link.CALL, event.callConnectionId());
        put(links, Link.RECORDING, text(event, "recordingId"));
        put(links, Link.INVITATION, text(event, "invitationId"));
        return links;
    }

    /** Whether the event may be about an operation that does not know yet that it is. */
    static boolean mayBeEarly(Link link, EventEnvelope event) {
        return link == Link.RECORDING || link == Link.INVITATION || link == Link.CALL && endsCall(event);
    }

    static boolean endsCall(EventEnvelope event) {
        return event.shortType().equals("CallDisconnected");
    }

    static boolean isFailure(EventEnvelope event) {
        return event.shortType().endsWith("Failed");
    }

    private static void put(Map<Link, String> links, Link link, String id) {
        if (id != null) {
            links.put(link, id);
        }
    }

    private static String text(EventEnvelope event, String member) {
        JsonNode value = event.data().path(member);
        return value.textValue();
    }
}
