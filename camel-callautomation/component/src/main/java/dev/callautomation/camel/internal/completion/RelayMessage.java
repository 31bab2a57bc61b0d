package dev.callautomation.camel.internal.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
 * @param routesByCall whether the sender announces its calls to the others; set when the message is sent
 * @param query     the number of the query, unique at the node that asks, and of the start or stop of a node; 0 if no reply is
 *                  wanted
 * @param orphaned  in a reply: whether the operation of the event is not pending at the node that replies
 * @param id        of the call or recording; {@code null} unless a message concerns the keeper of one
 * @param owner     the node that has an operation on the call or recording, which is not the sender if that passes it on;
 *                  {@code null} unless a message announces one
 * @param started   whether an operation of the owner has started the call or recording, which no other message states
 * @param age       milliseconds since the event reached the sender
 * @param type      the type of the event without prefix; {@code null} in a reply, and from former versions
 * @param operation the id of the operation that the event names; {@code null} if it names none, and from former versions
 * @param event     the event as the service delivered it, in JSON; {@code null} in a reply
 * @param verified  whether the sender of the event is known to be the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "kind",
    "from",
    "to",
    "addressable",
    "routesByCall",
    "query",
    "orphaned",
    "id",
    "owner",
    "started",
    "age",
    "type",
    "operation",
    "event",
    "verified"
})
record RelayMessage(
        Kind kind,
        String from,
        String to,
        boolean addressable,
        boolean routesByCall,
        long query,
        boolean orphaned,
        String id,
        String owner,
        boolean started,
        long age,
        String type,
        String operation,

        @JsonRawValue @JsonDeserialize(using = RelayMessage.JsonText.class)
        String event,

        boolean verified) {

    /** The JSON of a member as text. */
    static final class JsonText extends JsonDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.readValueAsTree().toString();
        }
    }

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Kind {
        /** An event of the service, as a query if it is for one node. */
        EVENT(true, true, false),
        /** Replies to a query whether the operation of the event is pending. */
        REPLY(false, false, false),
        /** Follows the reply when the event need not be delivered again, or acknowledges a message to a keeper. */
        PROCESSED(false, false, false),
        /** An event that the keeper of its call or recording is to pass on. */
        EVENT_OF_CALL(false, true, true),
        /** A node has an operation on a call or recording; the keeper replies that it is processed. */
        PENDING(true, false, true),
        /** The sender has started; a node that receives it from one that routes by call replies with the same. */
        NODE_STARTED(true, false, false),
        /** The sender stops: it has no operations any more, and does not reply. */
        NODE_STOPPED(true, false, false);

        private final boolean mayBeForAll;
        private final boolean hasEvent;
        private final boolean hasId;

        Kind(boolean mayBeForAll, boolean hasEvent, boolean hasId) {
            this.mayBeForAll = mayBeForAll;
            this.hasEvent = hasEvent;
            this.hasId = hasId;
        }
    }

    static RelayMessage event(String from, String to, long query, ReceivedEvent event) {
        return event(Kind.EVENT, from, to, query, null, event);
    }

    /** @param id of the call or recording that {@code to} is the keeper of */
    static RelayMessage eventOfCall(String from, String to, long query, String id, ReceivedEvent event) {
        return event(Kind.EVENT_OF_CALL, from, to, query, id, event);
    }

    private static RelayMessage event(Kind kind, String from, String to, long query, String id, ReceivedEvent event) {
        return new RelayMessage(
                kind,
                from,
                to,
                true,
                false,
                query,
                false,
                id,
                null,
                false,
                0,
                event.envelope().shortType(),
                EventCorrelation.awaited(event)
                        .map(OperationContextPrefix::operationId)
                        .orElse(null),
                new String(event.json(), StandardCharsets.UTF_8),
                event.verified());
    }

    /** The event of this message, for nodes of its call. */
    RelayMessage passedOnBy(String node) {
        return new RelayMessage(
                Kind.EVENT,
                node,
                null,
                true,
                false,
                0,
                false,
                null,
                null,
                false,
                age,
                type,
                operation,
                event,
                verified);
    }

    /**
     * @param owner   the node that has an operation
     * @param id      of its call or recording
     * @param started whether the operation has started that
     */
    static RelayMessage pending(String from, String to, long query, String owner, String id, boolean started) {
        return new RelayMessage(
                Kind.PENDING, from, to, true, false, query, false, id, owner, started, 0, null, null, null, false);
    }

    static RelayMessage nodeStarted(String from, String to, long number) {
        return ofKind(Kind.NODE_STARTED, from, to, number);
    }

    static RelayMessage nodeStopped(String from, long number) {
        return ofKind(Kind.NODE_STOPPED, from, null, number);
    }

    private static RelayMessage ofKind(Kind kind, String from, String to, long query) {
        return new RelayMessage(
                kind, from, to, true, false, query, false, null, null, false, 0, null, null, null, false);
    }

    /** The number that the sender has given this message; 0 for none, as in a reply, which has that of its query. */
    long ownNumber() {
        return kind == Kind.REPLY || kind == Kind.PROCESSED ? 0 : query;
    }

    /** The same message of a node that announces its calls, or does not. */
    RelayMessage with(boolean byCall) {
        return with(byCall, age);
    }

    /** The same message some time after its event has reached the sender. */
    RelayMessage withAge(Duration time) {
        return with(routesByCall, time.toMillis());
    }

    private RelayMessage with(boolean byCall, long time) {
        return new RelayMessage(
                kind,
                from,
                to,
                addressable,
                byCall,
                query,
                orphaned,
                id,
                owner,
                started,
                time,
                type,
                operation,
                event,
                verified);
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
        return new RelayMessage(
                Kind.REPLY, from, to, true, false, query, orphaned, null, null, false, 0, null, null, null, false);
    }

    RelayMessage processed() {
        return ofKind(Kind.PROCESSED, to, from, query);
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
                && (to == null ? kind.mayBeForAll : NodeId.isValid(to))
                && (!kind.hasEvent || event != null && event.startsWith("{"))
                && (!kind.hasId || id != null)
                && (kind != Kind.PENDING || NodeId.isValid(owner))
                && age >= 0;
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
