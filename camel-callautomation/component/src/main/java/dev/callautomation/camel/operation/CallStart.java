package dev.callautomation.camel.operation;

import java.util.HashMap;
import java.util.Map;

import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.OperationRequest;

/** An operation that starts a call connection: its answer tells who the call is. */
abstract class CallStart<T extends OperationRequest> extends JsonOperation<T> {

    private final String path;

    CallStart(Class<T> type, String path, Map<Input, String> members) {
        super(type, Members.join(members, Members.CALL_START));
        this.path = path;
    }

    @Override
    final String path(OperationInputs inputs) {
        return path;
    }

    static void checkCommon(String callbackUri, String operationContext) {
        Check.callbackUri(callbackUri);
        Check.operationContext(operationContext);
    }

    @Override
    final OperationResult result(byte[] answer) {
        return identified(read(answer, CallConnectionProperties.class));
    }

    /** Removes the ids of whatever call the message was about before, where this call has none yet. */
    static OperationResult identified(CallConnectionProperties call) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Input.callConnectionId.header(), call.callConnectionId());
        headers.put(Input.serverCallId.header(), call.serverCallId());
        headers.put("CamelCallAutomationCorrelationId", call.correlationId());
        return new OperationResult(call, headers);
    }
}
