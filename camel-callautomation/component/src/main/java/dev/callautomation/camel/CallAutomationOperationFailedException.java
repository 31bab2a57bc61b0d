package dev.callautomation.camel;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.camel.model.SubCodes;
import dev.callautomation.camel.operation.CallAutomationOperation;

/** The service accepted an operation, and then told by an event that it failed, was canceled, or that the call has ended. */
public class CallAutomationOperationFailedException extends CallAutomationCompletionException {

    private static final long serialVersionUID = 1L;

    private final transient CallAutomationEvent event;
    private final Integer code;
    private final Integer subCode;

    CallAutomationOperationFailedException(
            CallAutomationOperation operation, CallAutomationEvent event, IdentifierMask mask) {
        super(operation, event.callConnectionId(), mask.in(message(event)));
        this.event = event;
        ResultInformation result = event.resultInformation();
        this.code = result == null ? null : result.code();
        this.subCode = result == null ? null : result.subCode();
    }

    private static String message(CallAutomationEvent event) {
        StringBuilder message = new StringBuilder(
                event.type().equals("CallDisconnected") ? "failed because the call has ended: " : "failed: ");
        message.append(event.type());
        ResultInformation result = event.resultInformation();
        if (result != null) {
            message.append(" with code ")
                    .append(result.code())
                    .append(", subcode ")
                    .append(result.subCode());
            String meaning = SubCodes.meaning(result.subCode());
            if (meaning != null) {
                message.append(" (").append(meaning).append(')');
            }
            if (result.message() != null && !result.message().isBlank()) {
                message.append(": ").append(result.message());
            }
        }
        return message.toString();
    }

    /** What ended the operation; {@code null} in a copy that was serialized. */
    public CallAutomationEvent getEvent() {
        return event;
    }

    /** The code, in the manner of HTTP and SIP; {@code null} if the event has none. */
    public Integer getCode() {
        return code;
    }

    /** The subcode; {@code null} if the event has none. */
    public Integer getSubCode() {
        return subCode;
    }

    /** What the subcode means; {@code null} if that is not known. */
    public String getMeaning() {
        return SubCodes.meaning(subCode);
    }
}
