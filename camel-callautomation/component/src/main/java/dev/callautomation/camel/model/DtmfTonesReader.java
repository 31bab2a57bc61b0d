package dev.callautomation.camel.model;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads tones from one text or from several, each in each format that {@link DtmfTone#parse} takes. */
final class DtmfTonesReader extends StdDeserializer<List<DtmfTone>> {

    private static final long serialVersionUID = 1L;

    DtmfTonesReader() {
        super(List.class);
    }

    @Override
    public List<DtmfTone> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tones = parser.readValueAsTree();
        return (tones.isArray() ? StreamSupport.stream(tones.spliterator(), false) : Stream.of(tones))
                .flatMap(text -> DtmfTone.parse(text.asText()).stream())
                .toList();
    }
}
