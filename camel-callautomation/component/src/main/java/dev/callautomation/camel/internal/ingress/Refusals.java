package dev.callautomation.camel.internal.ingress;

import java.util.Map;

import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.RefusalKind;
import dev.callautomation.camel.internal.security.RefusalLog;

/** Responses to requests that are refused; each is counted, and logged at a limited rate. */
final class Refusals {

    /** What can be sent to the callback path. */
    static final String METHODS = "POST, OPTIONS";

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_ALLOWED = 405;
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String DELIVERY = "A delivery";

    private final RefusalLog log = new RefusalLog();
    private final Observations observations;

    Refusals(Observations observations) {
        this.observations = observations;
    }

    /** The reason is for the log; an unauthenticated sender learns only which credentials are needed. */
    DeliveryResponse refuse(AuthenticationResult result) {
        observations.deliveryRefused(result.refusal());
        return refuse(DELIVERY, result);
    }

    /**
     * Likewise, a request that is no delivery.
     *
     * @param what its name, as the start of a sentence
     */
    DeliveryResponse refuseOther(String what, AuthenticationResult result) {
        observations.otherRefused(result.refusal());
        return refuse(what, result);
    }

    private DeliveryResponse refuse(String what, AuthenticationResult result) {
        log.refused(what, result);
        return response(
                result.status(),
                switch (result.status()) {
                    case UNAUTHORIZED -> "A valid token or secret is needed";
                    case UNAVAILABLE -> "Tokens cannot be checked now";
                    default -> "The token or handshake is not meant for this receiver";
                });
    }

    /** @param reason for the log and for the sender */
    DeliveryResponse refuse(RefusalKind kind, String reason) {
        log(kind, reason);
        return response(kind.status(), reason);
    }

    /**
     * A request that is no delivery.
     *
     * @param what   its name, as the start of a sentence
     * @param reason for the log and for the sender
     */
    DeliveryResponse refuseOther(String what, RefusalKind kind, String reason) {
        observations.otherRefused(kind);
        log.refused(what, kind, reason);
        return response(kind.status(), reason);
    }

    /** A connection that is no delivery yet. */
    void logConnection(RefusalKind kind, String reason) {
        observations.otherRefused(kind);
        log.refused(DELIVERY, kind, reason);
    }

    void log(RefusalKind kind, String reason) {
        observations.deliveryRefused(kind);
        log.refused(DELIVERY, kind, reason);
    }

    private static DeliveryResponse response(int status, String reason) {
        Map<String, String> headers =
                switch (status) {
                    case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
                    case UNAVAILABLE -> Map.of("Retry-After", RETRY_AFTER_SECONDS);
                    case NOT_ALLOWED -> Map.of("Allow", METHODS);
                    default -> Map.of();
                };
        return DeliveryResponse.json(status, "error", reason, headers);
    }
}
