package dev.callautomation.camel.model;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads one tone in every way of writing that {@link Tone#parse} takes. */
final class ToneReader extends StdDeserializer<Tone> {

    private static final long serialVersionUID = 1L;

    ToneReader() {
        super(Tone.class);
    }

    @Override
    public Tone deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return one(parser.getValueAsString(""));
    }

    /** @throws IllegalArgumentException if the text is not exactly one tone */
    static Tone one(String text) {
        List<Tone> tones = Tone.parse(text);
        if (tones.size() != 1) {
            throw new IllegalArgumentException("'" + text + "' is not one tone");
        }
        return tones.get(0);
    }
}
