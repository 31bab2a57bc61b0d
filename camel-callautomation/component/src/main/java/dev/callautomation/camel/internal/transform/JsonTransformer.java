package dev.callautomation.camel.internal.transform;

import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.MimeType;
import org.apache.camel.spi.Transformer;

import dev.callautomation.camel.internal.operation.RecordingStream;

/**
 * Transforms the body to JSON as text, in the shape of the REST API: the data of an event, the result of an operation, a
 * request, a {@code Map} or a tree. JSON stays as it is, after a check. Operations take the result as a request.
 */
@DataTypeTransformer(
        name = "callautomation:application-json",
        description = "Transforms events, results and requests to JSON in the shape of the REST API")
public final class JsonTransformer extends Transformer {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<Class<?>> TEXTS =
            List.of(String.class, byte[].class, InputStream.class, Reader.class, ByteBuffer.class);

    /** @throws IllegalArgumentException if the body is text but no JSON, or cannot be written as JSON */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        Object body = message.getBody();
        if (body == null) {
            return;
        }
        if (body instanceof RecordingStream) {
            // it may be larger than the memory
            throw new IllegalArgumentException("callautomation:application-json: the body is a recording");
        }
        message.setBody(TEXTS.stream().anyMatch(type -> type.isInstance(body)) ? checked(message) : written(body));
        message.setHeader(Exchange.CONTENT_TYPE, MimeType.JSON.type());
    }

    private static String checked(Message message) {
        String json = message.getBody(String.class);
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree != null && tree.isContainerNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // without the cause, which quotes the body
            throw new IllegalArgumentException("callautomation:application-json: the body is no valid JSON at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
        throw new IllegalArgumentException(
                "callautomation:application-json: the body is neither an object nor an array");
    }

    private static String written(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "callautomation:application-json: a " + body.getClass().getSimpleName()
                            + " cannot be written as JSON (" + e.getClass().getSimpleName() + ")");
        }
    }
}
