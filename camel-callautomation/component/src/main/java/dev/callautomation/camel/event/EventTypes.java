package dev.callautomation.camel.event;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The events that have a record, by their type without prefix, whatever its case. */
public final class EventTypes {

    private static final Map<String, Class<? extends CallAutomationEvent>> RECORDS =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        Stream.of(
                        CallConnected.class,
                        CallDisconnected.class,
                        CreateCallFailed.class,
                        AnswerFailed.class,
                        ConnectFailed.class,
                        CallTransferFailed.class,
                        PlayStarted.class,
                        PlayCompleted.class,
                        PlayCanceled.class,
                        RecognizeCanceled.class,
                        ContinuousDtmfRecognitionToneFailed.class,
                        ContinuousDtmfRecognitionStopped.class,
                        SendDtmfTonesCompleted.class,
                        SendDtmfTonesFailed.class,
                        HoldFailed.class,
                        CallTransferAccepted.class,
                        AddParticipantSucceeded.class,
                        AddParticipantFailed.class,
                        RemoveParticipantSucceeded.class,
                        RemoveParticipantFailed.class,
                        MoveParticipantSucceeded.class,
                        MoveParticipantFailed.class,
                        CancelAddParticipantSucceeded.class,
                        CancelAddParticipantFailed.class,
                        ParticipantsUpdated.class,
                        PlayFailed.class,
                        RecognizeCompleted.class,
                        RecognizeFailed.class,
                        ContinuousDtmfRecognitionToneReceived.class,
                        MediaStreamingStarted.class,
                        MediaStreamingStopped.class,
                        MediaStreamingFailed.class,
                        TranscriptionStarted.class,
                        TranscriptionStopped.class,
                        TranscriptionUpdated.class,
                        TranscriptionFailed.class,
                        RecordingStateChanged.class,
                        StartRecordingFailed.class,
                        IncomingCall.class,
                        RecordingFileStatusUpdated.class,
                        CallStarted.class,
                        CallEnded.class,
                        CallParticipantAdded.class,
                        CallParticipantRemoved.class)
                .forEach(type -> RECORDS.put(type.getSimpleName(), type));
    }

    /** The names by the types as the service writes them; other cases of them are looked up in the tree map. */
    private static final Map<String, String> SHORT = new HashMap<>();

    private static final Map<String, Optional<Class<? extends CallAutomationEvent>>> BY_NAME = new HashMap<>();

    static {
        RECORDS.forEach((name, type) -> {
            SHORT.put(EventEnvelope.PREFIX + name, name);
            BY_NAME.put(name, Optional.of(type));
        });
    }

    private EventTypes() {}

    /** The type without the prefix of the service: a constant for those that have a record. */
    static String shortType(String type) {
        String known = SHORT.get(type);
        if (known != null) {
            return known;
        }
        return type.startsWith(EventEnvelope.PREFIX) ? type.substring(EventEnvelope.PREFIX.length()) : type;
    }

    /** Whether there is a record for a type without prefix. */
    public static boolean isKnown(String shortType) {
        return RECORDS.containsKey(shortType);
    }

    /** The record of a type without prefix; empty if it has none and is read as {@link UnknownEvent}. */
    public static Optional<Class<? extends CallAutomationEvent>> find(String shortType) {
        Optional<Class<? extends CallAutomationEvent>> known = BY_NAME.get(shortType);
        return known != null ? known : Optional.ofNullable(RECORDS.get(shortType));
    }

    /** The types that have a record, without prefix. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(RECORDS.keySet());
    }
}
