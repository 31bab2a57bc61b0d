package dev.callautomation.camel.operation;

import java.util.EnumMap;
import java.util.Map;

/** Which member of a request an input fills, for inputs that several operations take. */
final class Members {

    private static final Map<Input, String> MEDIA_STREAMING = Map.of(
            Input.mediaStreamingUrl, "mediaStreamingOptions.transportUrl",
            Input.audioChannelType, "mediaStreamingOptions.audioChannelType",
            Input.audioFormat, "mediaStreamingOptions.audioFormat",
            Input.startMediaStreaming, "mediaStreamingOptions.startMediaStreaming",
            Input.enableBidirectional, "mediaStreamingOptions.enableBidirectional",
            Input.enableDtmfTones, "mediaStreamingOptions.enableDtmfTones");

    private static final Map<Input, String> TRANSCRIPTION = Map.of(
            Input.transcriptionUrl, "transcriptionOptions.transportUrl",
            Input.locale, "transcriptionOptions.locale",
            Input.speechModelEndpointId, "transcriptionOptions.speechModelEndpointId",
            Input.startTranscription, "transcriptionOptions.startTranscription",
            Input.enableIntermediateResults, "transcriptionOptions.enableIntermediateResults");

    static final Map<Input, String> CALL_START = join(
            Map.of(
                    Input.callbackUri, "callbackUri",
                    Input.operationContext, "operationContext",
                    Input.cognitiveServicesEndpoint, "callIntelligenceOptions.cognitiveServicesEndpoint"),
            join(MEDIA_STREAMING, TRANSCRIPTION));

    static final Map<Input, String> CALL_LOCATOR = Map.of(
            Input.serverCallId, "callLocator.serverCallId",
            Input.groupCallId, "callLocator.groupCallId",
            Input.roomId, "callLocator.roomId");

    static final Map<Input, String> MID_CALL = Map.of(
            Input.operationContext, "operationContext",
            Input.operationCallbackUri, "operationCallbackUri");

    static final Map<Input, String> CUSTOM_CONTEXT = Map.of(
            Input.voipHeaders, "customCallingContext.voipHeaders",
            Input.sipHeaders, "customCallingContext.sipHeaders",
            Input.userToUser, "customCallingContext.sipHeaders.User-To-User",
            Input.teamsPhoneCallDetails, "customCallingContext.teamsPhoneCallDetails");

    private Members() {}

    static Map<Input, String> join(Map<Input, String> some, Map<Input, String> more) {
        Map<Input, String> all = new EnumMap<>(Input.class);
        all.putAll(some);
        all.putAll(more);
        return all;
    }
}
