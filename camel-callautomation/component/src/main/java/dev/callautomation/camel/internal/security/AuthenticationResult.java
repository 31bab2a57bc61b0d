package dev.callautomation.camel.internal.security;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * Result of the authentication and authorization of a request.
 *
 * @param sender  the authenticated sender, which limits the events of a delivery; {@code null} if it is refused
 * @param refusal the kind of the refusal; {@code null} if it is trusted
 * @param reason  reason of the refusal, for the log of the receiver; without secrets, and with untrusted text escaped
 */
public record AuthenticationResult(Sender sender, RefusalKind refusal, String reason) {

    private static final int OK = 200;

    static AuthenticationResult trusted(Sender sender) {
        return new AuthenticationResult(sender, null, "");
    }

    static AuthenticationResult refused(RefusalKind kind, String reason) {
        return new AuthenticationResult(null, kind, reason);
    }

    public boolean trusted() {
        return refusal == null;
    }

    /** The HTTP status to answer with. */
    public int status() {
        return trusted() ? OK : refusal.status();
    }

    /** Whether the same request may be trusted later. */
    boolean retryable() {
        return refusal == RefusalKind.KEYS_UNAVAILABLE;
    }

    /**
     * Authorizes an event of a delivery of the sender, after the delivery has been parsed.
     *
     * @return this result if it is authorized to deliver the event
     */
    public AuthenticationResult authorize(EventEnvelope event) {
        return sender.accepts(event.type(), event.callConnectionId())
                ? this
                : refused(RefusalKind.EVENT_TYPE, sender.refusalOf(UntrustedText.quote(event.type())));
    }
}
