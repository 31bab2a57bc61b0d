package dev.callautomation.camel.operation;

import java.util.EnumMap;
import java.util.Map;

/** Which member of a request an input fills, for inputs that several operations take. */
final class Members {

    static final Map<Input, String> CALL_START = Map.of(
            Input.callbackUri, "callbackUri",
            Input.operationContext, "operationContext",
            Input.cognitiveServicesEndpoint, "callIntelligenceOptions.cognitiveServicesEndpoint");

    static final Map<Input, String> MID_CALL = Map.of(
            Input.operationContext, "operationContext",
            Input.operationCallbackUri, "operationCallbackUri");

    static final Map<Input, String> CUSTOM_CONTEXT = Map.of(
            Input.voipHeaders, "customCallingContext.voipHeaders",
            Input.sipHeaders, "customCallingContext.sipHeaders",
            Input.userToUser, "customCallingContext.sipHeaders.User-To-User");

    private Members() {}

    static Map<Input, String> join(Map<Input, String> some, Map<Input, String> more) {
        Map<Input, String> all = new EnumMap<>(some);
        all.putAll(more);
        return all;
    }
}
