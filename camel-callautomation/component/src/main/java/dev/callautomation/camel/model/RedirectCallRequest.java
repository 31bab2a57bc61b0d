package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Sends an incoming call elsewhere without answering it.
 *
 * @param incomingCallContext the context of the IncomingCall event, as it came
 * @param target who gets the call
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedirectCallRequest(String incomingCallContext, CommunicationIdentifier target)
        implements OperationRequest {
    /** Leaves the incoming call context out: it is a bearer secret for the call. */
    @Override
    public String toString() {
        return "RedirectCallRequest[target=" + target + "]";
    }
}
