package dev.callautomation.camel.internal.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final String INCOMING_CALL = "incomingcall";

    /** Including those of earlier and preview versions. */
    private static final Set<String> CALL_EVENTS = names("""
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
            """);

    private static final Set<String> EVENT_GRID_EVENTS = names("""
            AdvancedMessageAnalysisCompleted AdvancedMessageDeliveryStatusUpdated AdvancedMessageReceived CallEnded
            CallParticipantAdded CallParticipantRemoved CallStarted EmailDeliveryReportReceived
            EmailEngagementTrackingReportReceived RecordingFileStatusUpdated SMSDeliveryReportReceived SMSReceived
            UserDisconnected
            """);

    private static Set<String> names(String text) {
        return Stream.of(text.split("\\s+")).map(EventOrigin::lower).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The origin of an event of a known type is fixed. An unknown type that names a call connection is an event of a call:
     * Event Grid reports calls without it. Another unknown type may come from both if it is one of the service, and comes
     * from Event Grid if not.
     *
     * @param callConnectionId may be {@code null}
     */
    static EventOrigin of(String type, String callConnectionId) {
        // as filters and records do, whose types differ in case and prefix
        String lower = lower(type);
        boolean ofService = lower.startsWith(SERVICE_PREFIX);
        String name = ofService ? lower.substring(SERVICE_PREFIX.length()) : lower;
        // a preview version of the service reports incoming calls of Teams users to the callback URI
        if (name.equals(INCOMING_CALL)) {
            return EITHER;
        }
        if (EVENT_GRID_EVENTS.contains(name)) {
            return EVENT_GRID;
        }
        if (CALL_EVENTS.contains(name) || callConnectionId != null) {
            return SERVICE;
        }
        return ofService ? EITHER : EVENT_GRID;
    }

    /** As comparisons do that ignore case by character: the dotless i, for example, equals i. */
    private static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).replace('\u0130', 'I').toLowerCase(Locale.ROOT);
    }
}
