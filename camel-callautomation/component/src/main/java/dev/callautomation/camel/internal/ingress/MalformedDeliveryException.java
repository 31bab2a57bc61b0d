package dev.callautomation.camel.internal.ingress;

import dev.callautomation.camel.internal.security.RefusalKind;

/** A delivery that is no list of events, or too large. The message can be sent to the sender. */
public final class MalformedDeliveryException extends Exception {

    private final RefusalKind kind;

    public MalformedDeliveryException(String message) {
        this(RefusalKind.MALFORMED_BODY, message);
    }

    public MalformedDeliveryException(RefusalKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public RefusalKind kind() {
        return kind;
    }
}
