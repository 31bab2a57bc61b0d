package dev.callautomation.camel.internal.operation;

import java.util.List;
import java.util.stream.Stream;

/** Members that the requests of several operations have. */
final class Members {

    private static final List<Member> MEDIA_STREAMING = List.of(
            Inputs.MEDIA_STREAMING_URL.fills("mediaStreamingOptions.transportUrl"),
            Input.option("audioChannelType").fills("mediaStreamingOptions.audioChannelType"),
            Input.option("audioFormat").fills("mediaStreamingOptions.audioFormat"),
            Input.option("startMediaStreaming").fills("mediaStreamingOptions.startMediaStreaming"),
            Input.option("enableBidirectional").fills("mediaStreamingOptions.enableBidirectional"),
            Input.option("enableDtmfTones").fills("mediaStreamingOptions.enableDtmfTones"));

    private static final List<Member> TRANSCRIPTION = List.of(
            Inputs.TRANSCRIPTION_URL.fills("transcriptionOptions.transportUrl"),
            Inputs.LOCALE.fills("transcriptionOptions.locale"),
            Inputs.SPEECH_MODEL_ENDPOINT_ID.fills("transcriptionOptions.speechModelEndpointId"),
            Input.option("startTranscription").fills("transcriptionOptions.startTranscription"),
            Input.option("enableIntermediateResults").fills("transcriptionOptions.enableIntermediateResults"));

    static final List<Member> CALL_START = join(
            List.of(
                    Inputs.CALLBACK_URI.fills("callbackUri"),
                    Inputs.OPERATION_CONTEXT.fills("operationContext"),
                    Inputs.COGNITIVE_SERVICES_ENDPOINT.fills("callIntelligenceOptions.cognitiveServicesEndpoint")),
            join(MEDIA_STREAMING, TRANSCRIPTION));

    static final List<Member> CALL_LOCATOR = List.of(
            Inputs.SERVER_CALL_ID.fills("callLocator.serverCallId"),
            Input.overridable("groupCallId").fills("callLocator.groupCallId"),
            Input.overridable("roomId").fills("callLocator.roomId"));

    static final List<Member> MID_CALL = List.of(
            Inputs.OPERATION_CONTEXT.fills("operationContext"),
            Inputs.OPERATION_CALLBACK_URI.fills("operationCallbackUri"));

    static final List<Member> CUSTOM_CONTEXT = List.of(
            Inputs.VOIP_HEADERS.fills("customCallingContext.voipHeaders"),
            Inputs.SIP_HEADERS.fills("customCallingContext.sipHeaders"),
            // after the other SIP headers, which it is set into
            Inputs.USER_TO_USER.fills("customCallingContext.sipHeaders.User-To-User"),
            Inputs.TEAMS_PHONE_CALL_DETAILS.fills("customCallingContext.teamsPhoneCallDetails"));

    private Members() {}

    static List<Member> join(List<Member> some, List<Member> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
