package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.Subject;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.ResultInformation;

/**
 * Reads deliveries as the service writes them, in one pass over the tokens that keeps what the envelopes need and the places
 * of the events in the bytes. Everything else, such as an id that is no text, a member that occurs twice, data as text or an
 * error, is left to the tree of {@link EventParser}, which allocates five times as much.
 */
final class EventScanner {

    /** Those that have records, by their names as the service writes them. */
    private static final Map<String, Type> TYPES = new HashMap<>();

    static {
        for (String name : EventTypes.names()) {
            Class<? extends CallAutomationEvent> event = EventTypes.find(name).orElseThrow();
            Shape shape = Shape.of(event);
            String type = EventEnvelope.PREFIX + name;
            TYPES.put(type, new Type(type, event, shape.members().size() > 1 ? shape : null));
        }
    }

    /**
     * The type of an event.
     *
     * @param name  a constant, whose hash is known, if there is a record; {@code null} if there is no type
     * @param event the record; {@code null} if there is none
     * @param shape {@code null} if there is no record, or it has nothing but the envelope
     */
    private record Type(String name, Class<? extends CallAutomationEvent> event, Shape shape) {

        private static final Type NONE = new Type(null, null, null);

        static Type of(String name) {
            Type known = TYPES.get(name);
            return known == null ? new Type(name, null, null) : known;
        }

        boolean isRegular() {
            return event != null || name != null && EventParser.isPrintable(name);
        }
    }

    // what occurs twice, by either name, needs the tree
    private static final int TYPE = 1;
    private static final int ID = 1 << 1;
    private static final int SOURCE = 1 << 2;
    private static final int SUBJECT = 1 << 3;
    private static final int TIME = 1 << 4;
    private static final int DATA = 1 << 5;
    private static final int CALL = 1 << 6;
    private static final int SERVER_CALL = 1 << 7;
    private static final int CORRELATION = 1 << 8;
    private static final int CONTEXT = 1 << 9;
    private static final int RESULT = 1 << 10;

    private final byte[] body;
    private final JsonParser parser;
    private final RecordReader records;
    private final boolean trusted;

    private int seen;
    private boolean regular = true;

    /** What is read from the data of one event. */
    private static final class Data {

        private final int start;
        private int end;
        private String callConnectionId;
        private String serverCallId;
        private String correlationId;
        private String operationContext;
        private ResultInformation result;
        private JsonNode[] known;
        /** {@code null} if the members of the record are not read in the same pass. */
        private final Shape shape;

        private final Object[] members;
        private long membersSeen;

        /** @param shape of the record; may be {@code null} */
        Data(int start, Shape shape) {
            this.start = start;
            this.shape = shape;
            this.members = shape == null ? null : shape.nothing();
        }

        void complete(Subject ids) {
            callConnectionId = callConnectionId == null ? ids.callConnectionId() : callConnectionId;
            serverCallId = serverCallId == null ? ids.serverCallId() : serverCallId;
            correlationId = correlationId == null ? ids.correlationId() : correlationId;
        }
    }

    private EventScanner(byte[] body, JsonParser parser, boolean trusted) {
        this.body = body;
        this.parser = parser;
        // no text can be longer than the body
        this.records = new RecordReader(parser, body.length <= EventParser.MAX_TEXT);
        this.trusted = trusted;
    }

    /** @return {@code null} if the delivery needs the tree */
    static List<ReceivedEvent> scan(byte[] body, boolean trusted) {
        try (JsonParser parser = EventParser.MAPPER.createParser(body)) {
            return new EventScanner(body, parser, trusted).events();
        } catch (IOException e) {
            return null;
        }
    }

    private List<ReceivedEvent> events() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            ReceivedEvent event = event();
            return event == null || parser.nextToken() != null ? null : List.of(event);
        }
        if (first != JsonToken.START_ARRAY) {
            return null;
        }
        List<ReceivedEvent> events = new ArrayList<>(1);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            ReceivedEvent event = event();
            if (event == null || events.size() == EventParser.MAX_EVENTS) {
                return null;
            }
            events.add(event);
        }
        boolean ended = parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
        return ended && !events.isEmpty() ? events : null;
    }

    private ReceivedEvent event() throws IOException {
        int start = start();
        seen = 0;
        Type type = Type.NONE;
        String id = null;
        String source = null;
        String subject = null;
        OffsetDateTime time = null;
        Data data = null;
        for (String name = parser.nextFieldName(); name != null && regular; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "type", "eventType" -> type = Type.of(text(TYPE));
                case "id" -> id = text(ID);
                case "source", "topic" -> source = text(SOURCE);
                case "subject" -> subject = text(SUBJECT);
                case "time", "eventTime" -> time = time();
                case "data" -> data = data(type.shape());
                case "data_base64" -> regular = false;
                default -> records.skip();
            }
        }
        if (!regular || !type.isRegular() || data == null || start < 0) {
            return null;
        }
        if (data.callConnectionId == null || data.serverCallId == null || data.correlationId == null) {
            data.complete(Subject.of(subject));
        }
        EventBytes bytes = EventBytes.of(body, start, end(), data.start, data.end);
        OperationContextPrefix.Parsed context = OperationContextPrefix.parse(data.operationContext);
        OperationContextPrefix prefix = context.prefix();
        EventEnvelope envelope = new EventEnvelope(
                id,
                type.name(),
                source,
                subject,
                time,
                data.callConnectionId,
                data.serverCallId,
                data.correlationId,
                context.applicationContext(),
                data.result,
                LazyMembers.object(bytes, data.known, prefix != null, context.applicationContext()));
        return new ReceivedEvent(
                envelope,
                trusted || prefix == null ? prefix : prefix.withoutHeaders(),
                bytes,
                type.event(),
                data.members,
                trusted);
    }

    /**
     * The members of the record are read in the same pass if the type is before the data, as it is in callbacks.
     *
     * @param shape {@code null} if they are not, or there are none
     */
    private Data data(Shape shape) throws IOException {
        first(DATA);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            regular = false;
            return null;
        }
        Data data = new Data(start(), shape);
        for (String name = parser.nextFieldName(); name != null && regular; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "callConnectionId" -> data.callConnectionId = text(CALL);
                case "serverCallId" -> data.serverCallId = text(SERVER_CALL);
                case "correlationId" -> data.correlationId = text(CORRELATION);
                case "operationContext" -> data.operationContext = text(CONTEXT);
                case "resultInformation" -> data.result = result();
                default -> {
                    data.known = LazyMembers.read(parser, name, data.known);
                    member(data, name);
                }
            }
        }
        data.end = end();
        return data;
    }

    private void member(Data data, String name) throws IOException {
        int index = data.shape == null ? -1 : data.shape.index(name);
        if (index < 0) {
            records.skip();
            return;
        }
        regular &= (data.membersSeen & 1L << index) == 0;
        data.membersSeen |= 1L << index;
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            data.members[index] = records.member(data.shape.members().get(index));
            regular &= data.members[index] != null;
        }
    }

    private void first(int member) {
        regular &= (seen & member) == 0;
        seen |= member;
    }

    private String text(int member) throws IOException {
        first(member);
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        regular &= parser.currentToken() == JsonToken.VALUE_NULL;
        return null;
    }

    private OffsetDateTime time() throws IOException {
        first(TIME);
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        OffsetDateTime time = parser.currentToken() == JsonToken.VALUE_STRING ? Times.read(parser) : null;
        regular &= time != null;
        return time;
    }

    private ResultInformation result() throws IOException {
        first(RESULT);
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        ResultInformation information = records.object(ResultInformation.class);
        regular &= information != null;
        return information;
    }

    /** Negative if the encoding is not UTF-8. */
    private int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private int end() {
        return (int) parser.currentLocation().getByteOffset();
    }
}
