package dev.callautomation.camel;

import java.util.EnumMap;
import java.util.Map;

import dev.callautomation.camel.operation.Input;

/** The endpoint options that operations are given, as far as they are set. */
final class OptionInputs {

    private OptionInputs() {}

    /**
     * @param callbackPath where this component receives events, for a callback URI that names no path
     */
    static Map<Input, Object> of(CallAutomationConfiguration options, String callbackPath) {
        Map<Input, Object> inputs = new EnumMap<>(Input.class);
        inputs.put(Input.callConnectionId, options.getCallConnectionId());
        inputs.put(Input.incomingCallContext, options.getIncomingCallContext());
        inputs.put(Input.serverCallId, options.getServerCallId());
        inputs.put(Input.groupCallId, options.getGroupCallId());
        inputs.put(Input.roomId, options.getRoomId());
        inputs.put(Input.target, options.getTarget());
        inputs.put(Input.transferee, options.getTransferee());
        inputs.put(Input.fromCall, options.getFromCall());
        inputs.put(Input.invitationId, options.getInvitationId());
        inputs.put(Input.sourceCallerIdNumber, options.getSourceCallerIdNumber());
        inputs.put(Input.sourceDisplayName, options.getSourceDisplayName());
        inputs.put(Input.operationContext, options.getOperationContext());
        inputs.put(Input.callRejectReason, options.getCallRejectReason());
        inputs.put(Input.invitationTimeoutInSeconds, options.getInvitationTimeoutInSeconds());
        inputs.put(Input.voipHeaders, options.getVoipHeaders());
        inputs.put(Input.sipHeaders, options.getSipHeaders());
        inputs.put(Input.userToUser, options.getUserToUser());
        inputs.put(Input.forEveryone, options.isForEveryone());
        inputs.put(Input.callbackUri, CallbackUri.resolve(options.getCallbackUri(), callbackPath));
        inputs.put(Input.operationCallbackUri, CallbackUri.resolve(options.getOperationCallbackUri(), callbackPath));
        inputs.put(Input.source, options.getSource());
        inputs.put(Input.teamsAppSource, options.getTeamsAppSource());
        inputs.put(Input.answeredBy, options.getAnsweredBy());
        inputs.put(Input.cognitiveServicesEndpoint, options.getCognitiveServicesEndpoint());
        inputs.put(Input.text, options.getText());
        inputs.put(Input.file, options.getFile());
        inputs.put(Input.ssml, options.getSsml());
        inputs.put(Input.voice, options.getVoice());
        inputs.put(Input.voiceKind, options.getVoiceKind());
        inputs.put(Input.locale, options.getLocale());
        inputs.put(Input.customVoiceEndpointId, options.getCustomVoiceEndpointId());
        inputs.put(Input.playSourceCacheId, options.getPlaySourceCacheId());
        inputs.put(Input.loop, options.getLoop());
        inputs.put(Input.interruptCallMediaOperation, options.getInterruptCallMediaOperation());
        inputs.put(Input.recognizeInputType, options.getRecognizeInputType());
        inputs.put(Input.choices, options.getChoices());
        inputs.put(Input.maxTones, options.getMaxTones());
        inputs.put(Input.stopTones, options.getStopTones());
        inputs.put(Input.interToneTimeout, options.getInterToneTimeout());
        inputs.put(Input.initialSilenceTimeout, options.getInitialSilenceTimeout());
        inputs.put(Input.endSilenceTimeout, options.getEndSilenceTimeout());
        inputs.put(Input.interruptPrompt, options.getInterruptPrompt());
        inputs.put(Input.speechLanguage, options.getSpeechLanguage());
        inputs.put(Input.speechModelEndpointId, options.getSpeechModelEndpointId());
        inputs.put(Input.tones, options.getTones());
        inputs.put(Input.teamsPhoneCallDetails, options.getTeamsPhoneCallDetails());
        inputs.put(Input.mediaStreamingUrl, options.getMediaStreamingUrl());
        inputs.put(Input.transcriptionUrl, options.getTranscriptionUrl());
        inputs.put(Input.audioChannelType, options.getAudioChannelType());
        inputs.put(Input.audioFormat, options.getAudioFormat());
        inputs.put(Input.startMediaStreaming, options.getStartMediaStreaming());
        inputs.put(Input.enableBidirectional, options.getEnableBidirectional());
        inputs.put(Input.enableDtmfTones, options.getEnableDtmfTones());
        inputs.put(Input.startTranscription, options.getStartTranscription());
        inputs.put(Input.enableIntermediateResults, options.getEnableIntermediateResults());
        inputs.put(Input.recordingId, options.getRecordingId());
        inputs.put(Input.recordingContentType, options.getRecordingContentType());
        inputs.put(Input.recordingChannelType, options.getRecordingChannelType());
        inputs.put(Input.recordingFormatType, options.getRecordingFormatType());
        inputs.put(Input.audioChannelParticipantOrdering, options.getAudioChannelParticipantOrdering());
        inputs.put(Input.pauseOnStart, options.getPauseOnStart());
        inputs.put(
                Input.recordingStateCallbackUri,
                CallbackUri.resolve(options.getRecordingStateCallbackUri(), callbackPath));
        inputs.put(Input.recordingDestinationContainerUrl, options.getRecordingDestinationContainerUrl());
        inputs.put(Input.contentLocation, options.getContentLocation());
        inputs.put(Input.metadataLocation, options.getMetadataLocation());
        inputs.put(Input.deleteLocation, options.getDeleteLocation());
        inputs.put(Input.document, options.getDocument());
        inputs.put(Input.offset, options.getOffset());
        inputs.put(Input.length, options.getLength());
        inputs.values().removeIf(value -> value == null);
        return inputs;
    }
}
