package dev.callautomation.camel;

import org.apache.camel.spi.Metadata;

/** The headers that routes use. */
public final class CallAutomationConstants {

    /** The scheme of endpoint URIs. */
    public static final String SCHEME = "callautomation";

    @Metadata(
            description = "The event's type without the prefix Microsoft.Communication., such as CallConnected",
            javaType = "String",
            label = "consumer")
    public static final String EVENT_TYPE = "CamelCallAutomationEventType";

    @Metadata(description = "The event's id; a repeated delivery has the same", javaType = "String", label = "consumer")
    public static final String EVENT_ID = "CamelCallAutomationEventId";

    @Metadata(description = "When the event happened", javaType = "java.time.OffsetDateTime", label = "consumer")
    public static final String EVENT_TIME = "CamelCallAutomationEventTime";

    @Metadata(
            description = "How an operation or call ended: like an HTTP or SIP status",
            javaType = "Integer",
            label = "consumer")
    public static final String RESULT_CODE = "CamelCallAutomationResultCode";

    @Metadata(
            description = "How an operation or call ended: the service's own reason",
            javaType = "Integer",
            label = "consumer")
    public static final String RESULT_SUB_CODE = "CamelCallAutomationResultSubCode";

    @Metadata(description = "The meaning of the subcode in words", javaType = "String", label = "consumer")
    public static final String RESULT_MEANING = "CamelCallAutomationResultMeaning";

    @Metadata(description = "The call connection the event or operation is about", javaType = "String")
    public static final String CALL_CONNECTION_ID = "CamelCallAutomationCallConnectionId";

    @Metadata(
            description =
                    "The call's id at the service; for connectCall and startRecording, the call to connect to or to record",
            javaType = "String")
    public static final String SERVER_CALL_ID = "CamelCallAutomationServerCallId";

    @Metadata(description = "The same for both legs of one call", javaType = "String")
    public static final String CORRELATION_ID = "CamelCallAutomationCorrelationId";

    @Metadata(description = "What a request gives and the events that it causes return", javaType = "String")
    public static final String OPERATION_CONTEXT = "CamelCallAutomationOperationContext";

    @Metadata(description = "What answering, rejecting and redirecting an incoming call need", javaType = "String")
    public static final String INCOMING_CALL_CONTEXT = "CamelCallAutomationIncomingCallContext";

    @Metadata(
            description = "The invitation: left by addParticipant, needed by cancelAddParticipant",
            javaType = "String")
    public static final String INVITATION_ID = "CamelCallAutomationInvitationId";

    @Metadata(
            description =
                    "Who is called, invited, removed, asked for or gets the call: a phone number or raw id; for createCall, moveParticipants and play also a list, or several with commas between them",
            javaType = "Object",
            label = "producer")
    public static final String TARGET = "CamelCallAutomationTarget";

    @Metadata(description = "Who is transferred: a phone number or raw id", javaType = "Object", label = "producer")
    public static final String TRANSFEREE = "CamelCallAutomationTransferee";

    @Metadata(description = "The caller id that a called phone shows", javaType = "Object", label = "producer")
    public static final String SOURCE_CALLER_ID_NUMBER = "CamelCallAutomationSourceCallerIdNumber";

    @Metadata(description = "The name shown to whoever is called", javaType = "String", label = "producer")
    public static final String SOURCE_DISPLAY_NAME = "CamelCallAutomationSourceDisplayName";

    @Metadata(description = "The group call to connect to or to record", javaType = "String", label = "producer")
    public static final String GROUP_CALL_ID = "CamelCallAutomationGroupCallId";

    @Metadata(description = "The room whose call to connect to or to record", javaType = "String", label = "producer")
    public static final String ROOM_ID = "CamelCallAutomationRoomId";

    @Metadata(
            description = "What the caller is told of a rejection: none, busy or forbidden",
            javaType = "String",
            label = "producer")
    public static final String CALL_REJECT_REASON = "CamelCallAutomationCallRejectReason";

    @Metadata(
            description = "How long to wait for an invitation's answer, 0 to 180",
            javaType = "Integer",
            label = "producer")
    public static final String INVITATION_TIMEOUT_IN_SECONDS = "CamelCallAutomationInvitationTimeoutInSeconds";

    @Metadata(
            description = "VoIP headers that travel with an invitation or transfer",
            javaType = "java.util.Map",
            label = "producer")
    public static final String VOIP_HEADERS = "CamelCallAutomationVoipHeaders";

    @Metadata(
            description = "SIP headers that travel with an invitation or transfer",
            javaType = "java.util.Map",
            label = "producer")
    public static final String SIP_HEADERS = "CamelCallAutomationSipHeaders";

    @Metadata(
            description = "The SIP header User-To-User of an invitation or transfer",
            javaType = "String",
            label = "producer")
    public static final String USER_TO_USER = "CamelCallAutomationUserToUser";

    @Metadata(description = "Whether hanging up ends the call for everyone", javaType = "Boolean", label = "producer")
    public static final String FOR_EVERYONE = "CamelCallAutomationForEveryone";

    @Metadata(
            description = "The call to move parties from: its call connection id",
            javaType = "String",
            label = "producer")
    public static final String FROM_CALL = "CamelCallAutomationFromCall";

    @Metadata(
            description = "What a party said or pressed: the label of a choice, tones such as 123#, or the words",
            javaType = "String",
            label = "consumer")
    public static final String RECOGNIZED = "CamelCallAutomationRecognized";

    @Metadata(
            description = "What is said: by play, before recognize listens, or to a party on hold",
            javaType = "String",
            label = "producer")
    public static final String TEXT = "CamelCallAutomationText";

    @Metadata(description = "The recording to play: its https URL", javaType = "String", label = "producer")
    public static final String FILE = "CamelCallAutomationFile";

    @Metadata(
            description = "What is said, in the Speech Synthesis Markup Language",
            javaType = "String",
            label = "producer")
    public static final String SSML = "CamelCallAutomationSsml";

    @Metadata(description = "The voice that says the text", javaType = "String", label = "producer")
    public static final String VOICE = "CamelCallAutomationVoice";

    @Metadata(
            description = "The kind of voice that says the text: male or female",
            javaType = "String",
            label = "producer")
    public static final String VOICE_KIND = "CamelCallAutomationVoiceKind";

    @Metadata(description = "The language of the text or of a transcription", javaType = "String", label = "producer")
    public static final String LOCALE = "CamelCallAutomationLocale";

    @Metadata(
            description = "The custom voice that says the text: its endpoint id",
            javaType = "String",
            label = "producer")
    public static final String CUSTOM_VOICE_ENDPOINT_ID = "CamelCallAutomationCustomVoiceEndpointId";

    @Metadata(
            description = "A name under which the service keeps the prepared prompt",
            javaType = "String",
            label = "producer")
    public static final String PLAY_SOURCE_CACHE_ID = "CamelCallAutomationPlaySourceCacheId";

    @Metadata(description = "Whether play repeats until it is canceled", javaType = "Boolean", label = "producer")
    public static final String LOOP = "CamelCallAutomationLoop";

    @Metadata(
            description = "Whether play and recognize end what is being played",
            javaType = "Boolean",
            label = "producer")
    public static final String INTERRUPT_CALL_MEDIA_OPERATION = "CamelCallAutomationInterruptCallMediaOperation";

    @Metadata(
            description = "What is recognized: dtmf, speech, speechOrDtmf or choices",
            javaType = "String",
            label = "producer")
    public static final String RECOGNIZE_INPUT_TYPE = "CamelCallAutomationRecognizeInputType";

    @Metadata(
            description = "What can be chosen: a list of Choice, or text as in the option",
            javaType = "Object",
            label = "producer")
    public static final String CHOICES = "CamelCallAutomationChoices";

    @Metadata(description = "How many tones are enough", javaType = "Integer", label = "producer")
    public static final String MAX_TONES = "CamelCallAutomationMaxTones";

    @Metadata(
            description = "Tones that end the recognition: a list, or text such as #",
            javaType = "Object",
            label = "producer")
    public static final String STOP_TONES = "CamelCallAutomationStopTones";

    @Metadata(description = "How long to wait for the next tone", javaType = "java.time.Duration", label = "producer")
    public static final String INTER_TONE_TIMEOUT = "CamelCallAutomationInterToneTimeout";

    @Metadata(
            description = "How long to wait for the party to begin",
            javaType = "java.time.Duration",
            label = "producer")
    public static final String INITIAL_SILENCE_TIMEOUT = "CamelCallAutomationInitialSilenceTimeout";

    @Metadata(description = "How long the party must be silent", javaType = "java.time.Duration", label = "producer")
    public static final String END_SILENCE_TIMEOUT = "CamelCallAutomationEndSilenceTimeout";

    @Metadata(description = "Whether the party can interrupt the prompt", javaType = "Boolean", label = "producer")
    public static final String INTERRUPT_PROMPT = "CamelCallAutomationInterruptPrompt";

    @Metadata(description = "The language that the party speaks", javaType = "String", label = "producer")
    public static final String SPEECH_LANGUAGE = "CamelCallAutomationSpeechLanguage";

    @Metadata(description = "A custom speech model: its endpoint id", javaType = "String", label = "producer")
    public static final String SPEECH_MODEL_ENDPOINT_ID = "CamelCallAutomationSpeechModelEndpointId";

    @Metadata(description = "The tones to send: a list, or text such as 1234#", javaType = "Object", label = "producer")
    public static final String TONES = "CamelCallAutomationTones";

    @Metadata(
            description = "What a Teams user is shown of a call",
            javaType = "dev.callautomation.camel.model.TeamsPhoneCallDetails",
            label = "producer")
    public static final String TEAMS_PHONE_CALL_DETAILS = "CamelCallAutomationTeamsPhoneCallDetails";

    @Metadata(
            description =
                    "The recording: left by startRecording and the events of recordings, needed by operations on it",
            javaType = "String")
    public static final String RECORDING_ID = "CamelCallAutomationRecordingId";

    @Metadata(description = "What is recorded: audio or audioVideo", javaType = "String", label = "producer")
    public static final String RECORDING_CONTENT_TYPE = "CamelCallAutomationRecordingContentType";

    @Metadata(description = "The channels of a recording: mixed or unmixed", javaType = "String", label = "producer")
    public static final String RECORDING_CHANNEL_TYPE = "CamelCallAutomationRecordingChannelType";

    @Metadata(description = "The format of a recording: wav, mp3 or mp4", javaType = "String", label = "producer")
    public static final String RECORDING_FORMAT_TYPE = "CamelCallAutomationRecordingFormatType";

    @Metadata(
            description = "Whose audio is on which channel of an unmixed recording: a list, or several with commas"
                    + " between them",
            javaType = "Object",
            label = "producer")
    public static final String AUDIO_CHANNEL_PARTICIPANT_ORDERING =
            "CamelCallAutomationAudioChannelParticipantOrdering";

    @Metadata(description = "Whether a recording waits for resumeRecording", javaType = "Boolean", label = "producer")
    public static final String PAUSE_ON_START = "CamelCallAutomationPauseOnStart";

    @Metadata(
            description = "The audio or video of a recording: left by RecordingFileStatusUpdated if there is one file,"
                    + " and by downloadRecording",
            javaType = "String")
    public static final String CONTENT_LOCATION = "CamelCallAutomationContentLocation";

    @Metadata(description = "The metadata of a recording: left like the content's location", javaType = "String")
    public static final String METADATA_LOCATION = "CamelCallAutomationMetadataLocation";

    @Metadata(description = "What deletes a file of a recording: left like the content's location", javaType = "String")
    public static final String DELETE_LOCATION = "CamelCallAutomationDeleteLocation";

    @Metadata(description = "What to download: content or metadata", javaType = "String", label = "producer")
    public static final String DOCUMENT = "CamelCallAutomationDocument";

    @Metadata(description = "The first byte to download", javaType = "Long", label = "producer")
    public static final String OFFSET = "CamelCallAutomationOffset";

    @Metadata(description = "How many bytes to download at the most", javaType = "Long", label = "producer")
    public static final String LENGTH = "CamelCallAutomationLength";

    @Metadata(description = "The media type of what is downloaded", javaType = "String", label = "producer")
    public static final String CONTENT_TYPE = "CamelCallAutomationContentType";

    @Metadata(
            description = "How many bytes are downloaded; not set if the server does not say",
            javaType = "Long",
            label = "producer")
    public static final String CONTENT_LENGTH = "CamelCallAutomationContentLength";

    @Metadata(
            description = "Which part is downloaded, as in bytes 0-99/1000; not set for all of it",
            javaType = "String",
            label = "producer")
    public static final String CONTENT_RANGE = "CamelCallAutomationContentRange";

    @Metadata(
            description =
                    "That an event belongs to an operation which a route of some node wanted to wait for, and none"
                            + " waits: the node is gone, or the event came too late. Not set otherwise",
            javaType = "Boolean",
            label = "consumer")
    public static final String NOBODY_WAITED = "CamelCallAutomationNobodyWaited";

    private CallAutomationConstants() {}
}
