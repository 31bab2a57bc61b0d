package dev.callautomation.benchmark.peer;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/** What an application without the component does with a delivery: Jackson binds the events to records of its own. */
public final class HandEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final ObjectReader ENVELOPES = MAPPER.readerFor(Envelope[].class);

    private static final Map<String, ObjectReader> DATA = Map.of(
            "Microsoft.Communication.CallConnected", MAPPER.readerFor(CallData.class),
            "Microsoft.Communication.ParticipantsUpdated", MAPPER.readerFor(ParticipantsData.class),
            "Microsoft.Communication.AddParticipantSucceeded", MAPPER.readerFor(ParticipantData.class),
            "Microsoft.Communication.PlayCompleted", MAPPER.readerFor(CallData.class),
            "Microsoft.Communication.RecognizeCompleted", MAPPER.readerFor(RecognizeData.class),
            "Microsoft.Communication.CallDisconnected", MAPPER.readerFor(CallData.class),
            "Microsoft.Communication.IncomingCall", MAPPER.readerFor(IncomingData.class));

    private HandEvents() {}

    /** The envelope in the schema of CloudEvents or of Event Grid. */
    record Envelope(
            String id,
            @JsonAlias("eventType") String type,
            String subject,
            @JsonAlias("eventTime") OffsetDateTime time,
            JsonNode data) {}

    /** The data of an event. */
    public sealed interface Data {
        String serverCallId();

        String correlationId();

        default @Nullable String callConnectionId() {
            return null;
        }

        default @Nullable String operationContext() {
            return null;
        }
    }

    record Result(int code, int subCode, String message) {}

    record Phone(String value) {}

    record User(String id) {}

    record Identifier(String rawId, String kind, Phone phoneNumber, User communicationUser) {}

    record Participant(Identifier identifier, boolean isMuted, boolean isOnHold) {}

    record Tones(List<String> tones) {}

    record CallData(
            String callConnectionId,
            String serverCallId,
            String correlationId,
            String operationContext,
            Result resultInformation)
            implements Data {}

    record ParticipantsData(
            String callConnectionId,
            String serverCallId,
            String correlationId,
            List<Participant> participants,
            int sequenceNumber,
            Result resultInformation)
            implements Data {}

    record ParticipantData(
            String callConnectionId,
            String serverCallId,
            String correlationId,
            String operationContext,
            Identifier participant,
            Result resultInformation)
            implements Data {}

    record RecognizeData(
            String callConnectionId,
            String serverCallId,
            String correlationId,
            String operationContext,
            String recognitionType,
            Tones dtmfResult,
            Result resultInformation)
            implements Data {}

    record IncomingData(
            Identifier to,
            Identifier from,
            String serverCallId,
            String callerDisplayName,
            String incomingCallContext,
            String correlationId)
            implements Data {}

    /**
     * An event that is fully bound.
     *
     * @param type with its prefix
     */
    public record Event(String id, String type, OffsetDateTime time, Data data) {}

    /** The events of a delivery. */
    public static List<Event> parse(byte[] body) throws IOException {
        return bind(ENVELOPES.readValue(body));
    }

    private static List<Event> bind(Envelope[] envelopes) throws IOException {
        List<Event> events = new ArrayList<>(envelopes.length);
        for (Envelope envelope : envelopes) {
            Data data = DATA.get(envelope.type()).readValue(envelope.data());
            events.add(new Event(envelope.id(), envelope.type(), envelope.time(), data));
        }
        return events;
    }
}
