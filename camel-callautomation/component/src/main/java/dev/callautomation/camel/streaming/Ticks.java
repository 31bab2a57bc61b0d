package dev.callautomation.camel.streaming;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Durations on the wire count units of 100 nanoseconds (models/streaming.d.ts of the JavaScript SDK 1.6.0). */
final class Ticks {

    private static final long PER_SECOND = 10_000_000;
    private static final int NANOS = 100;

    private Ticks() {}

    static final class Reader extends JsonDeserializer<Duration> {

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            long ticks = context.readValue(parser, long.class);
            return Duration.ofSeconds(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS);
        }
    }

    static final class Writer extends JsonSerializer<Duration> {

        @Override
        public void serialize(Duration duration, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeNumber(duration.getSeconds() * PER_SECOND + duration.getNano() / NANOS);
        }
    }
}
