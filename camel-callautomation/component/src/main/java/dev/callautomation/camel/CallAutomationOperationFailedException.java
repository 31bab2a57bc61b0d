package dev.callautomation.camel;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.internal.support.EventDescription;
import dev.callautomation.camel.model.ResultInformation;

/**
 * The service accepted an operation and then reported by an event that it failed or was canceled, or that the call had
 * ended.
 */
public class CallAutomationOperationFailedException extends CallAutomationException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable CallAutomationEvent event;
    private final @Nullable Integer code;
    private final @Nullable Integer subCode;

    /** @param event the event that ended the operation */
    public CallAutomationOperationFailedException(CallAutomationOperation operation, CallAutomationEvent event) {
        this(operation, event, EventDescription.of(event));
    }

    /**
     * @param event       the event that ended the operation
     * @param description the description of the failure for the message
     */
    public CallAutomationOperationFailedException(
            CallAutomationOperation operation, CallAutomationEvent event, String description) {
        super(
                operation,
                event.callConnectionId(),
                subject(operation, event.callConnectionId()) + " " + description,
                null);
        this.event = event;
        ResultInformation result = event.resultInformation();
        this.code = result == null ? null : result.code();
        this.subCode = result == null ? null : result.subCode();
    }

    /** The event that ended the operation; {@code null} in a deserialized copy. */
    public @Nullable CallAutomationEvent getEvent() {
        return event;
    }

    @Override
    public @Nullable Integer getCode() {
        return code;
    }

    @Override
    public @Nullable Integer getSubCode() {
        return subCode;
    }
}
