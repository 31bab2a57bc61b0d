package dev.callautomation.camel;

import org.jspecify.annotations.Nullable;

/**
 * The component stopped while an operation was pending. The operation continues at the service, and its event is delivered
 * as orphaned if another node receives it.
 */
public class CallAutomationStoppedException extends CallAutomationException {

    private static final long serialVersionUID = 1L;

    /** @param callConnectionId {@code null} if it is not known */
    public CallAutomationStoppedException(CallAutomationOperation operation, @Nullable String callConnectionId) {
        super(
                operation,
                callConnectionId,
                subject(operation, callConnectionId) + " was accepted, but the component stopped before its completion;"
                        + " the operation continues at the service",
                null);
    }
}
