package dev.callautomation.camel;

import org.apache.camel.spi.Metadata;

/**
 * Names of the message headers. A header that overrides an option has the name of the option after the prefix
 * {@code CamelCallAutomation}, and accepts the same values.
 */
public final class CallAutomationConstants {

    /** The scheme of endpoint URIs. */
    public static final String SCHEME = "callautomation";

    @Metadata(
            description = "Type of the event without the prefix Microsoft.Communication., such as CallConnected.",
            javaType = "String")
    public static final String EVENT_TYPE = "CamelCallAutomationEventType";

    @Metadata(description = "Id of the event. A repeated delivery has the same id.", javaType = "String")
    public static final String EVENT_ID = "CamelCallAutomationEventId";

    @Metadata(description = "Time of the event.", javaType = "java.time.OffsetDateTime")
    public static final String EVENT_TIME = "CamelCallAutomationEventTime";

    @Metadata(
            description = "Result code of an operation or a call, similar to an HTTP or SIP status code.",
            javaType = "Integer")
    public static final String RESULT_CODE = "CamelCallAutomationResultCode";

    @Metadata(description = "Subcode of the result, which is specific to the service.", javaType = "Integer")
    public static final String RESULT_SUB_CODE = "CamelCallAutomationResultSubCode";

    @Metadata(description = "Description of the subcode.", javaType = "String")
    public static final String RESULT_SUB_CODE_DESCRIPTION = "CamelCallAutomationResultSubCodeDescription";

    @Metadata(
            description = "Call connection id of the call. Set by events and by operations that start "
                    + "a call; overrides the option callConnectionId.",
            javaType = "String")
    public static final String CALL_CONNECTION_ID = "CamelCallAutomationCallConnectionId";

    @Metadata(
            description = "Id of the call at the service. Set by events and by operations that start a"
                    + " call; overrides the option serverCallId.",
            javaType = "String")
    public static final String SERVER_CALL_ID = "CamelCallAutomationServerCallId";

    @Metadata(description = "Correlation id of the call, the same for both of its legs.", javaType = "String")
    public static final String CORRELATION_ID = "CamelCallAutomationCorrelationId";

    @Metadata(
            description = "Operation context of a request, which its events return. Overrides the "
                    + "option operationContext.",
            javaType = "String")
    public static final String OPERATION_CONTEXT = "CamelCallAutomationOperationContext";

    @Metadata(
            description = "Context of an incoming call, required to answer, reject or redirect it. Set"
                    + " by IncomingCall; overrides the option incomingCallContext.",
            javaType = "String")
    public static final String INCOMING_CALL_CONTEXT = "CamelCallAutomationIncomingCallContext";

    @Metadata(
            description = "Id of an invitation. Set by addParticipant; overrides the option invitationId.",
            javaType = "String")
    public static final String INVITATION_ID = "CamelCallAutomationInvitationId";

    @Metadata(description = "Overrides the option target.", javaType = "Object", label = "producer")
    public static final String TARGET = "CamelCallAutomationTarget";

    @Metadata(description = "Overrides the option transferee.", javaType = "Object", label = "producer")
    public static final String TRANSFEREE = "CamelCallAutomationTransferee";

    @Metadata(description = "Overrides the option sourceCallerIdNumber.", javaType = "Object", label = "producer")
    public static final String SOURCE_CALLER_ID_NUMBER = "CamelCallAutomationSourceCallerIdNumber";

    @Metadata(description = "Overrides the option sourceDisplayName.", javaType = "String", label = "producer")
    public static final String SOURCE_DISPLAY_NAME = "CamelCallAutomationSourceDisplayName";

    @Metadata(description = "Overrides the option groupCallId.", javaType = "String", label = "producer")
    public static final String GROUP_CALL_ID = "CamelCallAutomationGroupCallId";

    @Metadata(description = "Overrides the option roomId.", javaType = "String", label = "producer")
    public static final String ROOM_ID = "CamelCallAutomationRoomId";

    @Metadata(description = "Overrides the option callRejectReason.", javaType = "String", label = "producer")
    public static final String CALL_REJECT_REASON = "CamelCallAutomationCallRejectReason";

    @Metadata(
            description = "Overrides the option invitationTimeout.",
            javaType = "java.time.Duration",
            label = "producer")
    public static final String INVITATION_TIMEOUT = "CamelCallAutomationInvitationTimeout";

    @Metadata(description = "Overrides the option voipHeaders.", javaType = "java.util.Map", label = "producer")
    public static final String VOIP_HEADERS = "CamelCallAutomationVoipHeaders";

    @Metadata(description = "Overrides the option sipHeaders.", javaType = "java.util.Map", label = "producer")
    public static final String SIP_HEADERS = "CamelCallAutomationSipHeaders";

    @Metadata(description = "Overrides the option userToUser.", javaType = "String", label = "producer")
    public static final String USER_TO_USER = "CamelCallAutomationUserToUser";

    @Metadata(description = "Overrides the option forEveryone.", javaType = "Boolean", label = "producer")
    public static final String FOR_EVERYONE = "CamelCallAutomationForEveryone";

    @Metadata(description = "Overrides the option moveFromCall.", javaType = "String", label = "producer")
    public static final String MOVE_FROM_CALL = "CamelCallAutomationMoveFromCall";

    @Metadata(
            description = "Recognized input: the label of a choice, tones such as 123#, or the recognized speech.",
            javaType = "String")
    public static final String RECOGNITION_RESULT = "CamelCallAutomationRecognitionResult";

    @Metadata(description = "Overrides the option text.", javaType = "String", label = "producer")
    public static final String TEXT = "CamelCallAutomationText";

    @Metadata(description = "Overrides the option file.", javaType = "String", label = "producer")
    public static final String FILE = "CamelCallAutomationFile";

    @Metadata(description = "Overrides the option ssml.", javaType = "String", label = "producer")
    public static final String SSML = "CamelCallAutomationSsml";

    @Metadata(description = "Overrides the option voice.", javaType = "String", label = "producer")
    public static final String VOICE = "CamelCallAutomationVoice";

    @Metadata(description = "Overrides the option voiceKind.", javaType = "String", label = "producer")
    public static final String VOICE_KIND = "CamelCallAutomationVoiceKind";

    @Metadata(description = "Overrides the option locale.", javaType = "String", label = "producer")
    public static final String LOCALE = "CamelCallAutomationLocale";

    @Metadata(description = "Overrides the option customVoiceEndpointId.", javaType = "String", label = "producer")
    public static final String CUSTOM_VOICE_ENDPOINT_ID = "CamelCallAutomationCustomVoiceEndpointId";

    @Metadata(description = "Overrides the option playSourceCacheId.", javaType = "String", label = "producer")
    public static final String PLAY_SOURCE_CACHE_ID = "CamelCallAutomationPlaySourceCacheId";

    @Metadata(description = "Overrides the option loop.", javaType = "Boolean", label = "producer")
    public static final String LOOP = "CamelCallAutomationLoop";

    @Metadata(
            description = "Overrides the option interruptCallMediaOperation.",
            javaType = "Boolean",
            label = "producer")
    public static final String INTERRUPT_CALL_MEDIA_OPERATION = "CamelCallAutomationInterruptCallMediaOperation";

    @Metadata(description = "Overrides the option recognizeInputType.", javaType = "String", label = "producer")
    public static final String RECOGNIZE_INPUT_TYPE = "CamelCallAutomationRecognizeInputType";

    @Metadata(description = "Overrides the option choices.", javaType = "Object", label = "producer")
    public static final String CHOICES = "CamelCallAutomationChoices";

    @Metadata(description = "Overrides the option maxTones.", javaType = "Integer", label = "producer")
    public static final String MAX_TONES = "CamelCallAutomationMaxTones";

    @Metadata(description = "Overrides the option stopTones.", javaType = "Object", label = "producer")
    public static final String STOP_TONES = "CamelCallAutomationStopTones";

    @Metadata(
            description = "Overrides the option interToneTimeout.",
            javaType = "java.time.Duration",
            label = "producer")
    public static final String INTER_TONE_TIMEOUT = "CamelCallAutomationInterToneTimeout";

    @Metadata(
            description = "Overrides the option initialSilenceTimeout.",
            javaType = "java.time.Duration",
            label = "producer")
    public static final String INITIAL_SILENCE_TIMEOUT = "CamelCallAutomationInitialSilenceTimeout";

    @Metadata(
            description = "Overrides the option endSilenceTimeout.",
            javaType = "java.time.Duration",
            label = "producer")
    public static final String END_SILENCE_TIMEOUT = "CamelCallAutomationEndSilenceTimeout";

    @Metadata(description = "Overrides the option interruptPrompt.", javaType = "Boolean", label = "producer")
    public static final String INTERRUPT_PROMPT = "CamelCallAutomationInterruptPrompt";

    @Metadata(description = "Overrides the option speechLanguage.", javaType = "String", label = "producer")
    public static final String SPEECH_LANGUAGE = "CamelCallAutomationSpeechLanguage";

    @Metadata(description = "Overrides the option speechModelEndpointId.", javaType = "String", label = "producer")
    public static final String SPEECH_MODEL_ENDPOINT_ID = "CamelCallAutomationSpeechModelEndpointId";

    @Metadata(description = "Overrides the option tones.", javaType = "Object", label = "producer")
    public static final String TONES = "CamelCallAutomationTones";

    @Metadata(
            description = "Overrides the option teamsPhoneCallDetails.",
            javaType = "dev.callautomation.camel.model.TeamsPhoneCallDetails",
            label = "producer")
    public static final String TEAMS_PHONE_CALL_DETAILS = "CamelCallAutomationTeamsPhoneCallDetails";

    @Metadata(
            description = "Id of a recording. Set by startRecording and by the events of recordings; "
                    + "overrides the option recordingId.",
            javaType = "String")
    public static final String RECORDING_ID = "CamelCallAutomationRecordingId";

    @Metadata(description = "Overrides the option recordingContentType.", javaType = "String", label = "producer")
    public static final String RECORDING_CONTENT_TYPE = "CamelCallAutomationRecordingContentType";

    @Metadata(description = "Overrides the option recordingChannelType.", javaType = "String", label = "producer")
    public static final String RECORDING_CHANNEL_TYPE = "CamelCallAutomationRecordingChannelType";

    @Metadata(description = "Overrides the option recordingFormatType.", javaType = "String", label = "producer")
    public static final String RECORDING_FORMAT_TYPE = "CamelCallAutomationRecordingFormatType";

    @Metadata(
            description = "Overrides the option audioChannelParticipantOrdering.",
            javaType = "Object",
            label = "producer")
    public static final String AUDIO_CHANNEL_PARTICIPANT_ORDERING =
            "CamelCallAutomationAudioChannelParticipantOrdering";

    @Metadata(description = "Overrides the option pauseOnStart.", javaType = "Boolean", label = "producer")
    public static final String PAUSE_ON_START = "CamelCallAutomationPauseOnStart";

    @Metadata(
            description = "Location of the audio or video of a recording. Set by "
                    + "RecordingFileStatusUpdated if the recording has a single file, and by "
                    + "downloadRecording; overrides the option contentLocation.",
            javaType = "String")
    public static final String CONTENT_LOCATION = "CamelCallAutomationContentLocation";

    @Metadata(
            description = "Location of the metadata of a recording. Set by RecordingFileStatusUpdated "
                    + "if the recording has a single file, and by downloadRecording; overrides the"
                    + " option metadataLocation.",
            javaType = "String")
    public static final String METADATA_LOCATION = "CamelCallAutomationMetadataLocation";

    @Metadata(
            description = "Location that deletes a file of a recording. Set by "
                    + "RecordingFileStatusUpdated if the recording has a single file, and by "
                    + "downloadRecording; overrides the option deleteLocation.",
            javaType = "String")
    public static final String DELETE_LOCATION = "CamelCallAutomationDeleteLocation";

    @Metadata(description = "Overrides the option recordingDocument.", javaType = "String", label = "producer")
    public static final String RECORDING_DOCUMENT = "CamelCallAutomationRecordingDocument";

    @Metadata(description = "Overrides the option downloadOffset.", javaType = "Long", label = "producer")
    public static final String DOWNLOAD_OFFSET = "CamelCallAutomationDownloadOffset";

    @Metadata(description = "Overrides the option downloadLength.", javaType = "Long", label = "producer")
    public static final String DOWNLOAD_LENGTH = "CamelCallAutomationDownloadLength";

    @Metadata(
            description = "Whether the event belongs to an operation whose route is no longer waiting,"
                    + " because its node has stopped or the event arrived too late. Not set on "
                    + "other events.",
            javaType = "Boolean",
            label = "consumer")
    public static final String ORPHANED = "CamelCallAutomationOrphaned";

    @Metadata(
            description = "Id of the only node that a message to relayToUri concerns, so that it can be sent to a topic"
                    + " or partition of that node. Not set on messages for all nodes.",
            javaType = "String")
    public static final String RELAY_NODE = "CamelCallAutomationRelayNode";

    private CallAutomationConstants() {}
}
