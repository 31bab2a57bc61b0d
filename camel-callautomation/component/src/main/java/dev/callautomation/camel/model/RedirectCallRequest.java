package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Redirects an incoming call without answering it.
 *
 * @param incomingCallContext the context of the IncomingCall event, unchanged
 * @param target the party to redirect the call to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedirectCallRequest(String incomingCallContext, CommunicationIdentifier target)
        implements OperationRequest {
    /** Omits the incoming call context, which authorizes its bearer to answer the call. */
    @Override
    public String toString() {
        return "RedirectCallRequest[target=" + target + "]";
    }
}
