package dev.callautomation.camel;

import org.apache.camel.CamelException;

import dev.callautomation.camel.operation.CallAutomationOperation;

/**
 * The service accepted an operation, and the event of its success did not come: another came, or none in time, or nobody
 * waits for it any more because the component stops.
 */
public class CallAutomationCompletionException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final CallAutomationOperation operation;
    private final String callConnectionId;

    /** @param callConnectionId may be {@code null} */
    CallAutomationCompletionException(CallAutomationOperation operation, String callConnectionId, String message) {
        super("callautomation:" + operation + (callConnectionId == null ? "" : " on the call " + callConnectionId) + " "
                + message);
        this.operation = operation;
        this.callConnectionId = callConnectionId;
    }

    /** What was tried. */
    public CallAutomationOperation getOperation() {
        return operation;
    }

    /** The call; {@code null} if it is not known. */
    public String getCallConnectionId() {
        return callConnectionId;
    }
}
