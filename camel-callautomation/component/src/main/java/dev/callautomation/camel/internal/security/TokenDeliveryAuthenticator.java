package dev.callautomation.camel.internal.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Accepts deliveries with a valid token or the right secret. */
final class TokenDeliveryAuthenticator implements DeliveryAuthenticator {

    private final SecuritySettings settings;
    private final Optional<SharedSecret> secret;
    private final TokenAuthenticator tokens;

    TokenDeliveryAuthenticator(SecuritySettings settings, TokenAuthenticator tokens) {
        this.settings = settings;
        this.secret = Optional.ofNullable(settings.secret()).map(SharedSecret::new);
        this.tokens = tokens;
    }

    @Override
    public boolean verifies() {
        return true;
    }

    @Override
    public void prepare() {
        tokens.prepare();
    }

    @Override
    public AuthenticationResult delivery(DeliveryCredentials credentials) {
        AuthenticationResult bySecret =
                secret.map(known -> known.check(credentials)).orElse(null);
        if (bySecret != null && bySecret.trusted()) {
            return bySecret;
        }
        Optional<String> token = credentials.token();
        if (token.isPresent()) {
            return tokens.check(token.get());
        }
        return bySecret == null
                ? AuthenticationResult.unauthorized("it has no token: no header Authorization with the scheme Bearer")
                : AuthenticationResult.unauthorized("it has no token, and " + bySecret.reason());
    }

    @Override
    public AuthenticationResult subscription(String name, String topic) {
        Set<String> known = settings.subscriptions();
        return known.isEmpty() || contains(known, name) || contains(known, topic)
                ? AuthenticationResult.TRUSTED
                : AuthenticationResult.forbidden(
                        "neither the subscription's name " + UntrustedText.quote(name) + " nor its topic "
                                + UntrustedText.quote(topic) + " is among the eventGridAllowedSubscriptions");
    }

    /**
     * Whether a handshake has the token of the later deliveries is not documented, so where tokens are expected only the
     * origin is checked. That is safe: each delivery is authenticated, whatever the result of the handshake.
     */
    @Override
    public AuthenticationResult handshake(DeliveryCredentials credentials, String origin) {
        if (!settings.takesEventGrid()) {
            return AuthenticationResult.unauthorized(
                    "deliveries of Event Grid would be refused; set eventGridSecret, or"
                            + " eventGridTenantId and eventGridAudience");
        }
        if (!settings.origins().isEmpty() && !contains(settings.origins(), origin)) {
            return AuthenticationResult.forbidden("its origin " + UntrustedText.quote(origin)
                    + " is not among the eventGridAllowedOrigins " + settings.origins());
        }
        return settings.entra() != null ? AuthenticationResult.TRUSTED : delivery(credentials);
    }

    private static boolean contains(Set<String> known, String text) {
        return text != null && known.contains(text.toLowerCase(Locale.ROOT));
    }
}
