package dev.callautomation.camel.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

import dev.callautomation.camel.model.OperationRequest;

/** Reads the message body as a request; empty if the body is something else. */
final class RequestBody {

    /** Types of bodies that may contain JSON. */
    private static final List<Class<?>> TEXTS =
            List.of(String.class, byte[].class, InputStream.class, Reader.class, ByteBuffer.class, Buffer.class);

    private RequestBody() {}

    /** @throws IllegalArgumentException if it is a request of another operation, or invalid JSON */
    static ObjectNode read(Exchange exchange, Class<? extends OperationRequest> type) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof OperationRequest && !type.isInstance(body)) {
            throw new IllegalArgumentException("the message body is a "
                    + body.getClass().getSimpleName() + ", but this operation accepts a " + type.getSimpleName());
        }
        if (type.isInstance(body) || body instanceof Map<?, ?>) {
            return Json.REQUESTS.valueToTree(body);
        }
        if (body instanceof ObjectNode tree) {
            // the layers above are merged into it, and the message must not change
            return tree.deepCopy();
        }
        // reading a recording would load all of it into memory
        if (!(body instanceof RecordingStream) && isText(body)) {
            return parse(bytes(exchange.getMessage()));
        }
        // an event, the result of an earlier operation or anything else is not a request
        return Json.REQUESTS.createObjectNode();
    }

    private static boolean isText(Object body) {
        for (Class<?> text : TEXTS) {
            if (text.isInstance(body)) {
                return true;
            }
        }
        return false;
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

    private static ObjectNode parse(byte[] json) {
        int start = 0;
        while (start < json.length && Character.isWhitespace(json[start])) {
            start++;
        }
        if (start == json.length || json[start] != '{') {
            // other text is not meant as a request
            return Json.REQUESTS.createObjectNode();
        }
        try {
            return (ObjectNode) Json.REQUESTS.readTree(json);
        } catch (JsonProcessingException e) {
            // without the cause, which quotes the body, and so perhaps an incoming call context
            throw new IllegalArgumentException("the message body starts like JSON but is not valid at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "; correct it, or remove the body before this operation");
        } catch (IOException e) {
            throw new IllegalArgumentException("the message body cannot be read", e);
        }
    }
}
