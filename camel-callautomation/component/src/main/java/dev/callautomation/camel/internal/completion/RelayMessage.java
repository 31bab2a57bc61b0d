package dev.callautomation.camel.internal.completion;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.NodeId;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/**
 * A message between nodes, sent as JSON.
 *
 * @param from      the node that sends it
 * @param to        the node that it is for; {@code null} for all
 * @param addressable whether the sender takes messages that are sent to it alone; former versions do not
 * @param query     the number of the query, unique at the node that asks; 0 if no reply is wanted
 * @param orphaned  in a reply: whether the operation of the event is not pending at the node that replies
 * @param type      the type of the event without prefix; {@code null} in a reply, and from former versions
 * @param operation the id of the operation that the event names; {@code null} if it names none, and from former versions
 * @param event     the event as the service delivered it; {@code null} in a reply
 * @param verified  whether the sender of the event is known to be the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"kind", "from", "to", "addressable", "query", "orphaned", "type", "operation", "event", "verified"})
record RelayMessage(
        Kind kind,
        String from,
        String to,
        boolean addressable,
        long query,
        boolean orphaned,
        String type,
        String operation,
        JsonNode event,
        boolean verified) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Kind {
        /** An event of the service, as a query if it is for one node. */
        EVENT,
        /** Replies to a query whether the operation of the event is pending. */
        REPLY,
        /** Follows the reply when the event need not be delivered again. */
        PROCESSED
    }

    static RelayMessage event(String from, String to, long query, ReceivedEvent event) {
        try {
            return new RelayMessage(
                    Kind.EVENT,
                    from,
                    to,
                    true,
                    query,
                    false,
                    event.envelope().shortType(),
                    EventCorrelation.awaited(event)
                            .map(OperationContextPrefix::operationId)
                            .orElse(null),
                    MAPPER.readTree(event.delivered()),
                    event.verified());
        } catch (IOException e) {
            throw new IllegalStateException("An event that was parsed before cannot be parsed", e);
        }
    }

    /**
     * A message of a node to itself: it has the form of a reply to itself, which other nodes ignore, those of former versions
     * included.
     */
    static RelayMessage echo(String node, long number) {
        return reply(node, node, number, false);
    }

    boolean isEcho() {
        return kind == Kind.REPLY && from.equals(to);
    }

    RelayMessage reply(boolean orphanedThere) {
        return reply(to, from, query, orphanedThere);
    }

    static RelayMessage reply(String from, String to, long query, boolean orphaned) {
        return new RelayMessage(Kind.REPLY, from, to, true, query, orphaned, null, null, null, false);
    }

    RelayMessage processed() {
        return new RelayMessage(Kind.PROCESSED, to, from, true, query, false, null, null, null, false);
    }

    /** @throws IOException if it is no message that a node of this version sends */
    static RelayMessage read(byte[] json) throws IOException {
        RelayMessage message = json == null ? null : MAPPER.readValue(json, RelayMessage.class);
        if (message == null || !message.isComplete()) {
            throw new IOException("A member is missing or has no valid value");
        }
        return message;
    }

    private boolean isComplete() {
        return kind != null
                && NodeId.isValid(from)
                && (to == null ? kind == Kind.EVENT : NodeId.isValid(to))
                && (kind != Kind.EVENT || event != null && event.isObject());
    }

    byte[] write() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A relay message cannot be written as JSON", e);
        }
    }

    /** Leaves the event out: it may hold an incoming call context. */
    @Override
    public String toString() {
        return kind + " " + query + " from " + from + " to " + to;
    }
}
