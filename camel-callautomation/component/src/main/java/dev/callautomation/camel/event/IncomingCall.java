package dev.callautomation.camel.event;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CustomCallingContext;

/**
 * A call is ringing for the resource (an Event Grid event). It rings for 30 seconds.
 *
 * @param envelope            what all events have; the call connection id is {@code null}, there is none yet
 * @param to                  who is called
 * @param from                who calls
 * @param callerDisplayName   the caller's name; may be empty
 * @param incomingCallContext what answering, rejecting and redirecting need; opaque, several kilobytes, a secret
 * @param customContext       headers that came with the call; may be {@code null}
 * @param onBehalfOfCallee    for whom the call is taken; may be {@code null}
 */
public record IncomingCall(
        EventEnvelope envelope,
        CommunicationIdentifier to,
        CommunicationIdentifier from,
        String callerDisplayName,
        String incomingCallContext,
        @Nullable CustomCallingContext customContext,
        @Nullable CommunicationIdentifier onBehalfOfCallee)
        implements CallAutomationEvent {

    /** The User-To-User value of the caller's SIP invitation. The service spells the header's name in several ways. */
    public Optional<String> userToUser() {
        if (customContext == null || customContext.sipHeaders() == null) {
            return Optional.empty();
        }
        return customContext.sipHeaders().entrySet().stream()
                .filter(header -> header.getKey().replace("-", "").equalsIgnoreCase("usertouser"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Leaves the incoming call context out: it is a bearer secret for the call. */
    @Override
    public String toString() {
        return "IncomingCall[" + envelope + "]";
    }
}
