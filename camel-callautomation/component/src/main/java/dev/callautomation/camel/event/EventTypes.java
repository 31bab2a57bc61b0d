package dev.callautomation.camel.event;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The events that have a record, by their type without prefix, whatever its case. */
public final class EventTypes {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Event Grid begins what callbacks write in lower case with a capital
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .addModule(new JavaTimeModule())
            .build();

    private static final Map<String, Reader> READERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        READERS.put("CallConnected", CallConnected::new);
        READERS.put("CallDisconnected", CallDisconnected::new);
        READERS.put("CreateCallFailed", CreateCallFailed::new);
        READERS.put("AnswerFailed", AnswerFailed::new);
        READERS.put("ConnectFailed", ConnectFailed::new);
        READERS.put("CallTransferFailed", CallTransferFailed::new);
        READERS.put("PlayStarted", PlayStarted::new);
        READERS.put("PlayCompleted", PlayCompleted::new);
        READERS.put("PlayCanceled", PlayCanceled::new);
        READERS.put("RecognizeCanceled", RecognizeCanceled::new);
        READERS.put("ContinuousDtmfRecognitionToneFailed", ContinuousDtmfRecognitionToneFailed::new);
        READERS.put("ContinuousDtmfRecognitionStopped", ContinuousDtmfRecognitionStopped::new);
        READERS.put("SendDtmfTonesCompleted", SendDtmfTonesCompleted::new);
        READERS.put("SendDtmfTonesFailed", SendDtmfTonesFailed::new);
        READERS.put("HoldFailed", HoldFailed::new);
        withData(CallTransferAccepted.class);
        withData(AddParticipantSucceeded.class);
        withData(AddParticipantFailed.class);
        withData(RemoveParticipantSucceeded.class);
        withData(RemoveParticipantFailed.class);
        withData(MoveParticipantSucceeded.class);
        withData(MoveParticipantFailed.class);
        withData(CancelAddParticipantSucceeded.class);
        withData(CancelAddParticipantFailed.class);
        withData(ParticipantsUpdated.class);
        withData(PlayFailed.class);
        withData(RecognizeCompleted.class);
        withData(RecognizeFailed.class);
        withData(ContinuousDtmfRecognitionToneReceived.class);
        withData(MediaStreamingStarted.class);
        withData(MediaStreamingStopped.class);
        withData(MediaStreamingFailed.class);
        withData(TranscriptionStarted.class);
        withData(TranscriptionStopped.class);
        withData(TranscriptionUpdated.class);
        withData(TranscriptionFailed.class);
        withData(RecordingStateChanged.class);
        withData(StartRecordingFailed.class);
        withData(IncomingCall.class);
        withData(RecordingFileStatusUpdated.class);
        withData(CallStarted.class);
        withData(CallEnded.class);
        withData(CallParticipantAdded.class);
        withData(CallParticipantRemoved.class);
    }

    private EventTypes() {}

    /** Whether there is a record for a type without prefix. */
    public static boolean isKnown(String shortType) {
        return READERS.containsKey(shortType);
    }

    /**
     * Creates the record of an event; {@link UnknownEvent} for a type without one.
     *
     * @throws JsonProcessingException if the data do not match the type
     */
    public static CallAutomationEvent read(EventEnvelope envelope) throws JsonProcessingException {
        return READERS.getOrDefault(envelope.shortType(), UnknownEvent::new).read(envelope);
    }

    private static void withData(Class<? extends CallAutomationEvent> type) {
        // the envelope travels among the data as it is: Jackson has no other way into a record
        READERS.put(
                type.getSimpleName(),
                envelope -> MAPPER.treeToValue(
                        MAPPER.createObjectNode()
                                .<ObjectNode>setAll(envelope.data())
                                .putPOJO("envelope", envelope),
                        type));
    }

    private interface Reader {

        CallAutomationEvent read(EventEnvelope envelope) throws JsonProcessingException;
    }
}
