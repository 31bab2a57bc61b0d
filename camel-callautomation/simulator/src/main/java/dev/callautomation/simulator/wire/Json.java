package dev.callautomation.simulator.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes JSON. Written text escapes what the service escapes, {@code +} as {@code \u002B} among others. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final ObjectReader STRICT = MAPPER.reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper AS_THE_SERVICE = serviceMapper();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The body of a refusal, the same of the service and of the control API. */
    public static ObjectNode error(String code, String message) {
        ObjectNode body = object();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }

    /** Reads a document; an empty one is a missing node. */
    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** As {@link #read}, but refuses a member that is there twice, and text after the document. */
    public static JsonNode readStrictly(byte[] json) throws IOException {
        return STRICT.readTree(json);
    }

    /** Writes a document as the service does. */
    public static byte[] write(JsonNode node) {
        return write(AS_THE_SERVICE, node);
    }

    /** Writes a document for people, without the service's escapes. */
    public static byte[] writePlain(JsonNode node) {
        return write(MAPPER, node);
    }

    private static byte[] write(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written", e);
        }
    }

    private static ObjectMapper serviceMapper() {
        ObjectMapper mapper =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        mapper.getFactory().setCharacterEscapes(new ServiceEscapes());
        return mapper;
    }

    /** System.Text.Json's default, which the recorded events show. */
    private static final class ServiceEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final String ESCAPED = "\"+&<>'`\u007F";

        private final int[] escapes = standardAsciiEscapesForJSON();

        private final transient SerializableString[] sequences = new SerializableString[escapes.length];

        private ServiceEscapes() {
            ESCAPED.chars().forEach(c -> {
                escapes[c] = ESCAPE_CUSTOM;
                sequences[c] = new SerializedString(String.format("\\u%04X", c));
            });
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character < sequences.length ? sequences[character] : null;
        }
    }
}
