package dev.callautomation.camel.internal.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.TypeConverter;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.ingress.CloudEventAttributes;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Reads a message as a delivery of events: JSON as text, bytes, a stream or a file, also in base64; {@code Map},
 * {@code JsonNode}, event records; or a list or array of these.
 */
public final class EventBody {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Exchange exchange;
    private final int longest;

    /** @param longest maximum size of the body in bytes, in whatever form it is */
    public EventBody(Exchange exchange, int longest) {
        this.exchange = exchange;
        this.longest = longest;
    }

    /**
     * The body as JSON.
     *
     * @throws InvalidPayloadException    if the body cannot be read as any of the forms
     * @throws MalformedDeliveryException if it is too large
     */
    public byte[] json() throws InvalidPayloadException, IOException, MalformedDeliveryException {
        Object body = exchange.getMessage().getBody();
        if (body == null && !attributes().isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Collection<?> several = several(body);
        if (several == null) {
            write(body, false, json);
        } else {
            json.write('[');
            for (Object one : several) {
                if (json.size() > 1) {
                    json.write(',');
                }
                write(one, true, json);
            }
            json.write(']');
        }
        return json.toByteArray();
    }

    /** The attributes of the event if the headers contain them, and the body is its data; otherwise empty. */
    public Map<String, String> attributes() {
        Message message = exchange.getMessage();
        TypeConverter converter = exchange.getContext().getTypeConverter();
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (CloudEventAttributes.isMessageHeader(name)) {
                // Kafka has bytes
                String text = value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : converter.tryConvertTo(String.class, exchange, value);
                if (text != null) {
                    headers.put(name, text);
                }
            }
        });
        return CloudEventAttributes.ofMessage(headers, message.getHeader(Exchange.CONTENT_TYPE, String.class));
    }

    private static Collection<?> several(Object body) {
        if (body instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return body instanceof Collection<?> collection ? collection : null;
    }

    private void write(Object value, boolean inList, ByteArrayOutputStream json)
            throws InvalidPayloadException, IOException, MalformedDeliveryException {
        int left = longest - json.size();
        byte[] bytes = bytes(value, left);
        if (bytes.length > left) {
            throw tooLong();
        }
        byte[] event = decoded(bytes);
        json.writeBytes(inList ? withoutBrackets(event) : event);
    }

    /** An element of a list may be an array itself, such as a delivery of the service. */
    private static byte[] withoutBrackets(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8).strip();
        return text.startsWith("[") && text.endsWith("]") && text.length() > 2
                ? text.substring(1, text.length() - 1).getBytes(StandardCharsets.UTF_8)
                : json;
    }

    private byte[] bytes(Object value, int most)
            throws InvalidPayloadException, IOException, MalformedDeliveryException {
        if (value instanceof String text) {
            // JSON is UTF-8, whatever charset the exchange has for its other texts
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof CallAutomationEvent event) {
            return written(cloudEvent(event.envelope()), most);
        }
        if (value instanceof JsonNode tree && tree.isTextual()) {
            return tree.textValue().getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof Map<?, ?> || value instanceof JsonNode) {
            return written(value, most);
        }
        InputStream stream = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        if (stream == null) {
            throw new InvalidPayloadException(exchange, InputStream.class, exchange.getMessage());
        }
        try (stream) {
            return stream.readNBytes(most + 1);
        }
    }

    private byte[] written(Object tree, int most) throws IOException, MalformedDeliveryException {
        Bounded bytes = new Bounded(most);
        try {
            MAPPER.writeValue(bytes, tree);
        } catch (JsonProcessingException e) {
            throw new MalformedDeliveryException("The body has values that cannot be written as JSON ("
                    + e.getClass().getSimpleName() + ")");
        } catch (IOException e) {
            throw tooLong();
        }
        return bytes.written.toByteArray();
    }

    private MalformedDeliveryException tooLong() {
        return new MalformedDeliveryException(
                RefusalKind.BODY_TOO_LARGE, "The body has more than " + longest + " bytes");
    }

    private static ObjectNode cloudEvent(EventEnvelope envelope) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", envelope.id());
        event.put("type", envelope.type());
        event.put("source", envelope.source());
        event.put("subject", envelope.subject());
        if (envelope.time() != null) {
            event.put("time", envelope.time().toString());
        }
        event.set("data", envelope.data());
        return event;
    }

    /** The bytes that base64 stands for, if these are JSON; Event Grid writes base64 to storage queues. */
    private static byte[] decoded(byte[] bytes) {
        if (isJson(bytes)) {
            return bytes;
        }
        try {
            String base64 = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replaceAll("[\\s\"]", "")
                    .replace('-', '+')
                    .replace('_', '/');
            byte[] json = Base64.getDecoder().decode(base64);
            return isJson(json) ? json : bytes;
        } catch (IllegalArgumentException e) {
            return bytes;
        }
    }

    private static boolean isJson(byte[] bytes) {
        byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        while (start < bytes.length && start < mark.length && bytes[start] == mark[start]) {
            start++;
        }
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        return start < bytes.length && (bytes[start] == '{' || bytes[start] == '[');
    }

    /** Fails beyond a size, so that a large tree does not become larger bytes. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (written.size() + length > most) {
                throw new IOException("too long");
            }
            written.write(bytes, offset, length);
        }
    }
}
