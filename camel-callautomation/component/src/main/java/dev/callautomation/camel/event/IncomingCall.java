package dev.callautomation.camel.event;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CustomCallingContext;

/**
 * A call is ringing for the resource (an Event Grid event). It rings for 30 seconds.
 *
 * @param envelope            the properties common to all events; the call connection id is {@code null}, there is
 *     none yet
 * @param to                  the called party
 * @param from                the caller
 * @param callerDisplayName   the display name of the caller; may be empty
 * @param incomingCallContext the context required to answer, reject or redirect the call; opaque, several
 *     kilobytes, a secret
 * @param customContext       headers of the call; may be {@code null}
 * @param onBehalfOfCallee    the party that the call was originally for; may be {@code null}
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

    /**
     * The User-To-User value of the caller's SIP invitation. The service uses several spellings of the name of the header.
     */
    public Optional<String> userToUser() {
        if (customContext == null || customContext.sipHeaders() == null) {
            return Optional.empty();
        }
        return customContext.sipHeaders().entrySet().stream()
                .filter(header -> header.getKey().replace("-", "").equalsIgnoreCase("usertouser"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Omits the incoming call context, which authorizes its bearer to answer the call. */
    @Override
    public String toString() {
        return "IncomingCall[" + envelope + "]";
    }
}
