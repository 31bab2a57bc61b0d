package dev.callautomation.camel.internal.completion;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The members of a message before its event, as text; {@code null} where one is missing. Each node receives the messages of all
 * nodes, of which most are for another one: these are not read further.
 *
 * @param addressable whether the sender takes messages that are sent to it alone
 * @param routesByCall whether the sender announces its calls to other nodes
 * @param type      the type of the event without prefix
 * @param operation the id of the operation that the event names
 */
record RelayHead(
        String kind, String from, String to, boolean addressable, boolean routesByCall, String type, String operation) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** @throws IOException if it is no JSON object as far as it is read */
    static RelayHead read(byte[] json) throws IOException {
        String kind = null;
        String from = null;
        String to = null;
        boolean addressable = false;
        boolean routesByCall = false;
        String type = null;
        String operation = null;
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("It is no object");
            }
            for (String name = parser.nextFieldName();
                    name != null && !name.equals("event");
                    name = parser.nextFieldName()) {
                String text = parser.nextTextValue();
                switch (name) {
                    case "kind" -> kind = text;
                    case "from" -> from = text;
                    case "to" -> to = text;
                    case "addressable" -> addressable = parser.currentToken() == JsonToken.VALUE_TRUE;
                    case "routesByCall" -> routesByCall = parser.currentToken() == JsonToken.VALUE_TRUE;
                    case "type" -> type = text;
                    case "operation" -> operation = text;
                    default -> parser.skipChildren();
                }
            }
        }
        return new RelayHead(kind, from, to, addressable, routesByCall, type, operation);
    }
}
