package dev.callautomation.camel.streaming;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.IdentifierKind;

/** Frames name a party by its raw id alone, and by raw ids of kinds that this version does not know. */
final class RawId {

    private RawId() {}

    static final class Reader extends JsonDeserializer<CommunicationIdentifier> {

        @Override
        public @Nullable CommunicationIdentifier deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String rawId = context.readValue(parser, String.class);
            return rawId == null || rawId.isBlank()
                    ? null
                    : new CommunicationIdentifier(IdentifierKind.UNKNOWN, rawId, null, null, null, null, null);
        }
    }

    static final class Writer extends JsonSerializer<CommunicationIdentifier> {

        @Override
        public void serialize(CommunicationIdentifier party, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(party.rawId());
        }
    }
}
