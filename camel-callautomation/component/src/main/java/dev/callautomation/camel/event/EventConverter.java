package dev.callautomation.camel.event;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Converter;

/** Type converters from events to the JSON of their data. */
@Converter(generateLoader = true)
public final class EventConverter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventConverter() {}

    @Converter
    public static String toText(CallAutomationEvent event) {
        return event.envelope().data().toString();
    }

    @Converter
    public static byte[] toBytes(CallAutomationEvent event) {
        return toText(event).getBytes(StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toStream(CallAutomationEvent event) {
        return new ByteArrayInputStream(toBytes(event));
    }

    @Converter
    public static JsonNode toTree(CallAutomationEvent event) {
        return event.json();
    }

    @Converter
    public static Map<?, ?> toMap(CallAutomationEvent event) {
        return MAPPER.convertValue(event.envelope().data(), new TypeReference<Map<String, Object>>() {});
    }
}
