package dev.callautomation.camel.internal.ingress;

import java.util.Map;

import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.RefusalKind;
import dev.callautomation.camel.internal.security.RefusalLog;

/** Responses to requests that are refused; each is logged, at a limited rate. */
final class Refusals {

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String DELIVERY = "A delivery";

    private final RefusalLog log = new RefusalLog();

    /**
     * The reason is for the log; an unauthenticated sender learns only which credentials are needed.
     *
     * @param what name of the refused request, as the start of a sentence
     */
    DeliveryResponse refuse(String what, AuthenticationResult result) {
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

    void log(RefusalKind kind, String reason) {
        log.refused(DELIVERY, kind, reason);
    }

    private static DeliveryResponse response(int status, String reason) {
        Map<String, String> headers =
                switch (status) {
                    case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
                    case UNAVAILABLE -> Map.of("Retry-After", RETRY_AFTER_SECONDS);
                    default -> Map.of();
                };
        return DeliveryResponse.json(status, "error", reason, headers);
    }
}
