package dev.callautomation.camel.internal.operation;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inputs that several classes share. An input that a single operation takes is declared there. */
public final class Inputs {

    public static final Input CALL_CONNECTION_ID = Input.overridable("callConnectionId");
    public static final Input INCOMING_CALL_CONTEXT = Input.overridable("incomingCallContext");
    public static final Input SERVER_CALL_ID = Input.overridable("serverCallId");
    public static final Input TARGET = Input.overridable("target");
    public static final Input INVITATION_ID = Input.overridable("invitationId");
    public static final Input SOURCE_CALLER_ID_NUMBER = Input.overridable("sourceCallerIdNumber");
    public static final Input SOURCE_DISPLAY_NAME = Input.overridable("sourceDisplayName");
    public static final Input OPERATION_CONTEXT = Input.overridable("operationContext");
    public static final Input INVITATION_TIMEOUT = Input.overridable("invitationTimeout");
    public static final Input VOIP_HEADERS = Input.overridable("voipHeaders");
    public static final Input SIP_HEADERS = Input.overridable("sipHeaders");
    public static final Input USER_TO_USER = Input.overridable("userToUser");
    public static final Input TEXT = Input.overridable("text");
    public static final Input FILE = Input.overridable("file");
    public static final Input SSML = Input.overridable("ssml");
    public static final Input LOCALE = Input.overridable("locale");
    public static final Input INTERRUPT_CALL_MEDIA_OPERATION = Input.overridable("interruptCallMediaOperation");
    public static final Input RECOGNIZE_INPUT_TYPE = Input.overridable("recognizeInputType");
    public static final Input CHOICES = Input.overridable("choices");
    public static final Input MAX_TONES = Input.overridable("maxTones");
    public static final Input INTER_TONE_TIMEOUT = Input.overridable("interToneTimeout");
    public static final Input INITIAL_SILENCE_TIMEOUT = Input.overridable("initialSilenceTimeout");
    public static final Input END_SILENCE_TIMEOUT = Input.overridable("endSilenceTimeout");
    public static final Input SPEECH_MODEL_ENDPOINT_ID = Input.overridable("speechModelEndpointId");
    public static final Input TEAMS_PHONE_CALL_DETAILS = Input.overridable("teamsPhoneCallDetails");
    public static final Input RECORDING_ID = Input.overridable("recordingId");
    public static final Input CONTENT_LOCATION = Input.overridable("contentLocation");
    public static final Input METADATA_LOCATION = Input.overridable("metadataLocation");
    public static final Input DELETE_LOCATION = Input.overridable("deleteLocation");

    // destinations of events and media, and the caller: decided by the operator of the application, so that no header,
    // which may come from outside, can set them
    public static final Input CALLBACK_URI = Input.option("callbackUri");
    public static final Input OPERATION_CALLBACK_URI = Input.option("operationCallbackUri");
    public static final Input RECORDING_STATE_CALLBACK_URI = Input.option("recordingStateCallbackUri");
    public static final Input RECORDING_DESTINATION_CONTAINER_URL = Input.option("recordingDestinationContainerUrl");
    public static final Input COGNITIVE_SERVICES_ENDPOINT = Input.option("cognitiveServicesEndpoint");
    public static final Input MEDIA_STREAMING_URL = Input.option("mediaStreamingUrl");
    public static final Input TRANSCRIPTION_URL = Input.option("transcriptionUrl");

    private Inputs() {}

    static Set<Input> join(Set<Input> some, Input... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
