package dev.callautomation.camel.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the frames that the service sends: {@code {"kind": "AudioData", "audioData": {...}}}. Unknown members are
 * ignored, and a frame of an unknown kind becomes an {@link UnknownFrame}.
 */
public final class StreamingData {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            // the service writes Final, its API final
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Map<String, Kind> KINDS = Map.of(
            "AudioMetadata", new Kind("audioMetadata", AudioMetadata.class),
            "AudioData", new Kind("audioData", AudioData.class),
            "DtmfData", new Kind("dtmfData", DtmfData.class),
            "TranscriptionMetadata", new Kind("transcriptionMetadata", TranscriptionMetadata.class),
            "TranscriptionData", new Kind("transcriptionData", TranscriptionData.class));

    private StreamingData() {}

    /** @throws MalformedFrameException if it is not a frame */
    public static StreamingFrame parse(String frame) {
        return parse(() -> MAPPER.createParser(frame));
    }

    /**
     * @param frame JSON in UTF-8
     * @throws MalformedFrameException if it is not a frame
     */
    public static StreamingFrame parse(byte[] frame) {
        return parse(() -> MAPPER.createParser(frame));
    }

    /**
     * @param frame JSON in UTF-8; it is closed
     * @throws MalformedFrameException if it is not a frame, or cannot be read to its end
     */
    public static StreamingFrame parse(InputStream frame) {
        return parse(() -> MAPPER.createParser(frame));
    }

    private static StreamingFrame parse(Source source) {
        try (JsonParser parser = source.open()) {
            return parser.nextToken() == JsonToken.START_OBJECT ? frame(parser) : noObject();
        } catch (JsonProcessingException e) {
            throw MalformedFrameException.noJson(e);
        } catch (IOException e) {
            throw new MalformedFrameException("The message cannot be read to its end");
        }
    }

    /** The service writes the kind first, so that the rest can be read as a record without a tree. */
    private static StreamingFrame frame(JsonParser parser) throws IOException {
        ObjectNode before = MAPPER.createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            Kind kind = KINDS.get(before.path("kind").asText());
            if (kind != null && kind.member.equals(name) && value == JsonToken.START_OBJECT) {
                return kind.read(parser, before.get("kind").textValue());
            }
            before.set(name, MAPPER.<JsonNode>readTree(parser));
        }
        return fromTree(before);
    }

    private static StreamingFrame fromTree(ObjectNode frame) throws IOException {
        String name = frame.path("kind").textValue();
        if (name == null) {
            throw new MalformedFrameException("The message is not a frame: it has no member kind with a text");
        }
        Kind kind = KINDS.get(name);
        if (kind == null) {
            return new UnknownFrame(name, frame);
        }
        if (!frame.path(kind.member).isObject()) {
            throw new MalformedFrameException("The frame of kind " + name + " cannot be read: it has no member "
                    + kind.member + " with an object");
        }
        try (JsonParser parser = frame.get(kind.member).traverse(MAPPER)) {
            parser.nextToken();
            return kind.read(parser, name);
        }
    }

    private static StreamingFrame noObject() {
        throw new MalformedFrameException("The message is not a frame: it is not a JSON object");
    }

    private interface Source {

        JsonParser open() throws IOException;
    }

    /** @param member the member that contains the data */
    private record Kind(String member, ObjectReader reader) {

        Kind(String member, Class<? extends StreamingFrame> type) {
            this(member, MAPPER.readerFor(type));
        }

        StreamingFrame read(JsonParser parser, String name) throws IOException {
            try {
                return reader.readValue(parser);
            } catch (JsonMappingException e) {
                throw MalformedFrameException.badMember(name, member, e);
            }
        }
    }
}
