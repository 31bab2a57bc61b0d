package dev.callautomation.camel.internal.security;

/** Kinds of refused requests, each with the HTTP status that it is answered with; the log limits each kind. */
public enum RefusalKind {
    /** No token and no secret, or more than one token. */
    NO_CREDENTIAL(401),
    /** A token that cannot be read, or is not signed as required. */
    MALFORMED_TOKEN(401),
    UNTRUSTED_ISSUER(401),
    UNKNOWN_KEY(401),
    WRONG_SIGNATURE(401),
    /** A token that is expired, not valid yet, or valid for too long. */
    TOKEN_LIFETIME(401),
    /** A secret that is not valid, or none where a token needs one in addition. */
    WRONG_SECRET(401),
    /** A valid token for another receiver. */
    OTHER_RECEIVER(403),
    /** A valid token of another application. */
    OTHER_APPLICATION(403),
    /** An event that the sender is not authorized to deliver. */
    EVENT_TYPE(403),
    /** A handshake that is not on an allow list. */
    HANDSHAKE(403),
    /** A handshake of Event Grid, whose deliveries would be refused. */
    HANDSHAKE_DISABLED(401),
    /** The sender cannot be authenticated now. */
    KEYS_UNAVAILABLE(503),
    /** A request that is neither a delivery nor a handshake. */
    METHOD(405),
    CONTENT_TYPE(415),
    MALFORMED_BODY(400),
    BODY_TOO_LARGE(413),
    /** Head or body were not sent in time. */
    TIMEOUT(408),
    /** The connection was closed before the request was complete. */
    ABORTED(400),
    TOO_MANY_CONNECTIONS(503),
    /** Too much is being received or processed. */
    OVERLOADED(503),
    /** A consumer of the events is not running. */
    NO_CONSUMER(503),
    /** A route has failed, or has not ended in time. */
    NOT_PROCESSED(503);

    private final int status;

    RefusalKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
