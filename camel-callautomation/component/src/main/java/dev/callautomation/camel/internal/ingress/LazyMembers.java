package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The members of the data of an event. They become a tree when one is asked for that the component itself does not read from
 * each event: most routes never do, and a tree allocates twice as much as the rest of parsing an event.
 */
final class LazyMembers extends AbstractMap<String, JsonNode> {

    static final String INCOMING_CALL_CONTEXT = "incomingCallContext";

    /** What the component asks each event for, by which it correlates events and sets headers. */
    private static final List<String> READ_ALWAYS = List.of(
            INCOMING_CALL_CONTEXT,
            "recordingId",
            "invitationId",
            "sequenceNumber",
            "recordingStorageInfo",
            "validationCode");

    private static final String CONTEXT = "operationContext";

    private final JsonNode[] known;
    private final boolean ownContext;
    private final String context;
    /** {@code null} when there is the tree, which has all of it. */
    private EventBytes bytes;

    private volatile ObjectNode tree;

    private LazyMembers(EventBytes bytes, JsonNode[] known, boolean ownContext, String context) {
        this.bytes = bytes;
        this.known = known;
        this.ownContext = ownContext;
        this.context = context;
    }

    /**
     * @param known      values of the members that are read always, as {@link #read} returned them
     * @param ownContext whether the operation context is replaced
     * @param context    by this one; removed if {@code null}
     */
    static ObjectNode object(EventBytes bytes, JsonNode[] known, boolean ownContext, String context) {
        return new ObjectNode(JsonNodeFactory.instance, new LazyMembers(bytes, known, ownContext, context));
    }

    /**
     * Reads a member if it is one that is read always. Otherwise the current token of the parser stays the same.
     *
     * @param  before the values so far; {@code null} if none
     * @return        the values, with this one
     */
    static JsonNode[] read(JsonParser parser, String name, JsonNode[] before) throws IOException {
        int index = READ_ALWAYS.indexOf(name);
        if (index < 0) {
            return before;
        }
        JsonNode[] values = before == null ? new JsonNode[READ_ALWAYS.size()] : before;
        values[index] = value(parser);
        return values;
    }

    /** Missing for what only the tree has. */
    private static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return TextNode.valueOf(parser.getText());
        }
        if (token == JsonToken.VALUE_NULL) {
            return NullNode.getInstance();
        }
        return token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT
                ? IntNode.valueOf(parser.getIntValue())
                : MissingNode.getInstance();
    }

    private ObjectNode tree() {
        ObjectNode now = tree;
        if (now == null) {
            synchronized (this) {
                now = tree;
                if (now == null) {
                    now = parsed();
                    tree = now;
                    bytes = null;
                }
            }
        }
        return now;
    }

    private ObjectNode parsed() {
        ObjectNode parsed = bytes.dataTree();
        if (ownContext && context == null) {
            parsed.remove(CONTEXT);
        } else if (ownContext) {
            parsed.put(CONTEXT, context);
        }
        for (int i = 0; known != null && i < known.length; i++) {
            // an incoming call context is long, and the event may be kept long: it has the text once
            if (known[i] != null && known[i].isTextual()) {
                parsed.set(READ_ALWAYS.get(i), known[i]);
            }
        }
        return parsed;
    }

    @Override
    public JsonNode get(Object name) {
        if (name == null) {
            return null;
        }
        if (tree == null) {
            int index = READ_ALWAYS.indexOf(name);
            if (index >= 0) {
                JsonNode value = known == null ? null : known[index];
                if (value == null || !value.isMissingNode()) {
                    return value;
                }
            }
        }
        return tree().get((String) name);
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public JsonNode put(String name, JsonNode value) {
        return tree().replace(name, value);
    }

    @Override
    public JsonNode remove(Object name) {
        return tree().remove((String) name);
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return tree().properties();
    }
}
