package dev.callautomation.camel.internal.security;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where an event comes from, by its type. */
enum EventOrigin {
    /** Call Automation, which sends the events of calls to the callback URI. */
    SERVICE,
    /** Event Grid. */
    EVENT_GRID,
    /** Unknown, or both. */
    EITHER;

    private static final String SERVICE_PREFIX = "microsoft.communication.";

    /** Including those of earlier and preview versions. */
    private static final String CALL_EVENTS = """
            AddParticipantCancelled AddParticipantFailed AddParticipantSucceeded AnswerFailed CallConnected
            CallDisconnected CallTransferAccepted CallTransferFailed CancelAddParticipantFailed
            CancelAddParticipantSucceeded ConnectFailed ContinuousDtmfRecognitionStopped
            ContinuousDtmfRecognitionToneFailed ContinuousDtmfRecognitionToneReceived CreateCallFailed DialogCompleted
            DialogConsent DialogFailed DialogHangup DialogLanguageChange DialogSensitivityUpdate DialogStarted
            DialogTransfer DialogUpdated HoldAudioCompleted HoldAudioPaused HoldAudioResumed HoldAudioStarted HoldFailed
            HoldGroupAudioFailed HoldGroupAudioStarted HoldGroupCreated HoldGroupFailed MediaStreamingFailed
            MediaStreamingStarted MediaStreamingStopped MediaStreamingUpdated MoveParticipantFailed
            MoveParticipantSucceeded ParticipantsUpdated PlayCanceled PlayCompleted PlayFailed PlayPaused PlayResumed
            PlayStarted RecognizeCanceled RecognizeCompleted RecognizeFailed RecordingStateChanged
            RemoveParticipantFailed RemoveParticipantSucceeded SendDtmfTonesCompleted SendDtmfTonesFailed
            StartRecordingFailed TeamsComplianceRecordingStateChanged TeamsRecordingStateChanged TranscriptionFailed
            TranscriptionResumed TranscriptionStarted TranscriptionStopped TranscriptionUpdated
            """;

    private static final String EVENT_GRID_EVENTS = """
            AdvancedMessageAnalysisCompleted AdvancedMessageDeliveryStatusUpdated AdvancedMessageReceived CallEnded
            CallParticipantAdded CallParticipantRemoved CallStarted EmailDeliveryReportReceived
            EmailEngagementTrackingReportReceived RecordingFileStatusUpdated SMSDeliveryReportReceived SMSReceived
            UserDisconnected
            """;

    /** A preview version of the service reports incoming calls of Teams users to the callback URI. */
    private static final String EITHER_EVENTS = "IncomingCall";

    /** By name in lower case, and by type as the service spells it, which is found without copies. */
    private static final Map<String, EventOrigin> KNOWN = known();

    private static Map<String, EventOrigin> known() {
        Map<String, EventOrigin> known = new HashMap<>();
        Map.of(CALL_EVENTS, SERVICE, EVENT_GRID_EVENTS, EVENT_GRID, EITHER_EVENTS, EITHER)
                .forEach((names, origin) -> Stream.of(names.split("\\s+")).forEach(name -> {
                    known.put(lower(name), origin);
                    known.put("Microsoft.Communication." + name, origin);
                }));
        return Map.copyOf(known);
    }

    /**
     * The origin of an event of a known type is fixed. An unknown type that names a call connection is an event of a call:
     * Event Grid reports calls without it. Another unknown type may come from both if it is one of the service, and comes
     * from Event Grid if not.
     *
     * @param callConnectionId may be {@code null}
     */
    static EventOrigin of(String type, String callConnectionId) {
        EventOrigin asSpelled = KNOWN.get(type);
        if (asSpelled != null) {
            return asSpelled;
        }
        // as filters and records do, whose types differ in case and prefix
        String lower = lower(type);
        boolean ofService = lower.startsWith(SERVICE_PREFIX);
        EventOrigin known = KNOWN.get(ofService ? lower.substring(SERVICE_PREFIX.length()) : lower);
        if (known != null) {
            return known;
        }
        if (callConnectionId != null) {
            return SERVICE;
        }
        return ofService ? EITHER : EVENT_GRID;
    }

    /** As comparisons do that ignore case by character: the dotless i, for example, equals i. */
    private static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).replace('\u0130', 'I').toLowerCase(Locale.ROOT);
    }
}
