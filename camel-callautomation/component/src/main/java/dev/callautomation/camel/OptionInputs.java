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
        inputs.values().removeIf(value -> value == null);
        return inputs;
    }
}
