package dev.callautomation.camel.internal.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.callautomation.camel.internal.support.UntrustedText;

/** Accepts deliveries with a valid token, and those of Event Grid with its secret. */
final class TokenDeliveryAuthenticator implements DeliveryAuthenticator {

    private static final AuthenticationResult EVENT_GRID = AuthenticationResult.trusted(Sender.EVENT_GRID);

    private final SecuritySettings settings;
    private final Optional<SharedSecret> callbackSecret;
    private final Optional<SharedSecret> eventGridSecret;
    private final TokenAuthenticator tokens;

    TokenDeliveryAuthenticator(SecuritySettings settings, TokenAuthenticator tokens) {
        this.settings = settings;
        this.callbackSecret = settings.callbackSecret();
        this.eventGridSecret = settings.eventGridSecret();
        this.tokens = tokens;
    }

    @Override
    public CompletionStage<AuthenticationResult> delivery(DeliveryCredentials credentials) {
        if (credentials.ambiguous()) {
            return CompletableFuture.completedStage(DeliveryCredentials.AMBIGUOUS);
        }
        Optional<String> token = credentials.token();
        // the token first: events of calls may be delivered to an address that has the secret of Event Grid, too
        return token.isPresent()
                ? tokens.check(token.get()).thenApply(byToken -> delivery(byToken, credentials.query()))
                : CompletableFuture.completedStage(withoutToken(credentials.query()));
    }

    private AuthenticationResult delivery(AuthenticationResult byToken, String query) {
        if (byToken.sender() == Sender.SERVICE) {
            return callbackSecret
                    .flatMap(secret -> secret.refusal(query))
                    .map(refusal -> AuthenticationResult.refused(
                            RefusalKind.WRONG_SECRET, "its token is valid, but " + refusal.reason()))
                    .orElse(byToken);
        }
        return byToken.trusted() || byToken.retryable() || !hasEventGridSecret(query) ? byToken : EVENT_GRID;
    }

    private boolean hasEventGridSecret(String query) {
        return eventGridSecret.filter(secret -> secret.refusal(query).isEmpty()).isPresent();
    }

    private AuthenticationResult withoutToken(String query) {
        if (eventGridSecret.isEmpty()) {
            return DeliveryCredentials.NO_TOKEN;
        }
        return eventGridSecret
                .get()
                .refusal(query)
                .map(refusal ->
                        AuthenticationResult.refused(refusal.kind(), "it has no token, and " + refusal.reason()))
                .orElse(EVENT_GRID);
    }

    @Override
    public AuthenticationResult subscription(String name, String topic) {
        Set<String> known = settings.subscriptions();
        return known.isEmpty() || contains(known, name) || contains(known, topic)
                ? EVENT_GRID
                : AuthenticationResult.refused(
                        RefusalKind.HANDSHAKE,
                        "neither the subscription's name " + UntrustedText.quote(name) + " nor its topic "
                                + UntrustedText.quote(topic) + " is among the eventGridAllowedSubscriptions");
    }

    /**
     * Whether a handshake has the token of the later deliveries is not documented, so where tokens are expected only the
     * origin is checked. That is safe: each delivery is authenticated, whatever the result of the handshake.
     */
    @Override
    public CompletionStage<AuthenticationResult> handshake(DeliveryCredentials credentials, String origin) {
        if (!settings.takesEventGrid()) {
            return refused(
                    RefusalKind.HANDSHAKE_DISABLED,
                    "deliveries of Event Grid would be refused; set eventGridSecret, or"
                            + " eventGridTenantId and eventGridAudience");
        }
        if (!settings.origins().isEmpty() && !contains(settings.origins(), origin)) {
            return refused(
                    RefusalKind.HANDSHAKE,
                    "its origin " + UntrustedText.quote(origin) + " is not among the eventGridAllowedOrigins "
                            + settings.origins());
        }
        return CompletableFuture.completedStage(
                settings.entra() != null ? EVENT_GRID : withoutToken(credentials.query()));
    }

    private static CompletionStage<AuthenticationResult> refused(RefusalKind kind, String reason) {
        return CompletableFuture.completedStage(AuthenticationResult.refused(kind, reason));
    }

    private static boolean contains(Set<String> known, String text) {
        return text != null && known.contains(text.toLowerCase(Locale.ROOT));
    }
}
