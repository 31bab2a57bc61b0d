package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Rejects an incoming call.
 *
 * @param incomingCallContext the context of the IncomingCall event, unchanged
 * @param callRejectReason {@code null} means none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectCallRequest(
        String incomingCallContext, @Nullable CallRejectReason callRejectReason) implements OperationRequest {
    /** Omits the incoming call context, which authorizes its bearer to answer the call. */
    @Override
    public String toString() {
        return "RejectCallRequest[callRejectReason=" + callRejectReason + "]";
    }
}
