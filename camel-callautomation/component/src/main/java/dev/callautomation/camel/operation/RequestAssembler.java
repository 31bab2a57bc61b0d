package dev.callautomation.camel.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

import dev.callautomation.camel.model.OperationRequest;

/**
 * Puts a request together from its layers.
 *
 * @param <T> the request's record
 */
final class RequestAssembler<T extends OperationRequest> {

    private static final String SEVERAL = "[]";

    /** What JSON comes in. */
    private static final List<Class<?>> TEXTS =
            List.of(String.class, byte[].class, InputStream.class, Reader.class, ByteBuffer.class, Buffer.class);

    private final Class<T> type;
    private final Map<Input, String> members;

    /**
     * @param members the member of the request that an input fills, as a path with dots; a member that ends with []
     *                takes several values, which text has with commas between them
     */
    RequestAssembler(Class<T> type, Map<Input, String> members) {
        this.type = type;
        // in the order of the constants: User-To-User is set after, and so into, the other SIP headers
        this.members = new EnumMap<>(members);
    }

    T assemble(OperationInputs inputs) {
        ObjectNode request = Json.REQUESTS.createObjectNode();
        inputs.belowBody().forEach(layer -> merge(tree(layer), request));
        merge(body(inputs.exchange()), request);
        merge(tree(inputs.aboveBody()), request);
        return bind(request);
    }

    private ObjectNode tree(Map<Input, Object> layer) {
        ObjectNode tree = Json.REQUESTS.createObjectNode();
        members.forEach((input, path) -> {
            Object value = layer.get(input);
            if (value != null) {
                String[] names = path.split("\\.");
                ObjectNode parent = tree;
                for (int i = 0; i < names.length - 1; i++) {
                    parent = parent.withObjectProperty(names[i]);
                }
                String name = names[names.length - 1];
                if (name.endsWith(SEVERAL)) {
                    parent.set(name.substring(0, name.length() - SEVERAL.length()), Values.array(value));
                } else {
                    parent.set(name, Values.tree(value));
                }
            }
        });
        return tree;
    }

    /**
     * A member of a stronger layer replaces that of a weaker one, as a room to connect to replaces a server call. The
     * headers of custom context are single inputs, each of its own layer.
     */
    private static void merge(ObjectNode stronger, ObjectNode weaker) {
        stronger.properties().forEach(member -> {
            String name = member.getKey();
            boolean gathers = name.equals("customCallingContext") || name.endsWith("Headers");
            if (gathers
                    && weaker.get(name) instanceof ObjectNode known
                    && member.getValue() instanceof ObjectNode added) {
                merge(added, known);
            } else {
                weaker.set(name, member.getValue());
            }
        });
    }

    private ObjectNode body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof OperationRequest && !type.isInstance(body)) {
            throw new IllegalArgumentException("the message body is a "
                    + body.getClass().getSimpleName() + ", but this operation takes a " + type.getSimpleName());
        }
        if (type.isInstance(body) || body instanceof Map<?, ?>) {
            return Json.REQUESTS.valueToTree(body);
        }
        if (body instanceof ObjectNode tree) {
            // the layers above are merged into it, and the message is not ours to change
            return tree.deepCopy();
        }
        if (TEXTS.stream().anyMatch(text -> text.isInstance(body))) {
            return parse(bytes(exchange.getMessage()));
        }
        // an event, the result of an earlier operation, anything else a route may hold: no request
        return Json.REQUESTS.createObjectNode();
    }

    private static byte[] bytes(Message message) {
        Object body = message.getBody();
        byte[] bytes = message.getBody(byte[].class);
        if (body instanceof StreamCache cache) {
            cache.reset();
        } else if (body instanceof InputStream || body instanceof Reader) {
            // it can be read once only, and operations without a result leave the body as it was
            message.setBody(bytes);
        }
        return bytes;
    }

    private ObjectNode parse(byte[] json) {
        int start = 0;
        while (start < json.length && Character.isWhitespace(json[start])) {
            start++;
        }
        if (start == json.length || json[start] != '{') {
            // text that is no JSON object cannot be meant as a request
            return Json.REQUESTS.createObjectNode();
        }
        try {
            return (ObjectNode) Json.REQUESTS.readTree(json);
        } catch (JsonProcessingException e) {
            // without the cause, which quotes the body, and so perhaps an incoming call context
            throw new IllegalArgumentException("the message body starts like JSON but is none at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "; mend it, or empty the body before this operation");
        } catch (IOException e) {
            throw new IllegalArgumentException("the message body cannot be read", e);
        }
    }

    private T bind(ObjectNode request) {
        try {
            return Json.REQUESTS.treeToValue(request, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(
                    "the message body has the member " + path(e) + ", which " + type.getSimpleName()
                            + " has not (it has " + String.join(", ", known)
                            + "); mend it, or empty the body before this operation if it is no request",
                    e);
        } catch (JsonMappingException e) {
            String path = path(e);
            throw new IllegalArgumentException((path.isEmpty() ? "" : path + ": ") + Json.reason(e) + hint(path), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private String hint(String path) {
        return members.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getValue().replace(SEVERAL, "")))
                .findFirst()
                .map(entry -> "; " + entry.getKey().howToGive())
                .orElse("");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
