package dev.callautomation.camel.model;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads one tone in each format that {@link DtmfTone#parse} takes. */
final class DtmfToneReader extends StdDeserializer<DtmfTone> {

    private static final long serialVersionUID = 1L;

    DtmfToneReader() {
        super(DtmfTone.class);
    }

    @Override
    public DtmfTone deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return one(parser.getValueAsString(""));
    }

    /** @throws IllegalArgumentException if the text is not exactly one tone */
    static DtmfTone one(String text) {
        List<DtmfTone> tones = DtmfTone.parse(text);
        if (tones.size() != 1) {
            throw new IllegalArgumentException("'" + text + "' is not one tone");
        }
        return tones.get(0);
    }
}
