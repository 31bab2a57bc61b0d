package dev.callautomation.camel.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets in what carries a valid token or the right secret. */
final class VerifyingGuard implements DeliveryGuard {

    private final SecuritySettings settings;
    private final Optional<SharedSecret> secret;
    private final TokenGate tokens;

    VerifyingGuard(SecuritySettings settings, TokenGate tokens) {
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
    public Verdict delivery(Presented presented) {
        Verdict bySecret = secret.map(known -> known.check(presented)).orElse(null);
        if (bySecret != null && bySecret.trusted()) {
            return bySecret;
        }
        Optional<String> token = presented.token();
        if (token.isPresent()) {
            return tokens.check(token.get());
        }
        return bySecret == null
                ? Verdict.unauthorized("it has no token: no header Authorization with the scheme Bearer")
                : Verdict.unauthorized("it has no token, and " + bySecret.reason());
    }

    @Override
    public Verdict subscription(String name, String topic) {
        Set<String> known = settings.subscriptions();
        return known.isEmpty() || contains(known, name) || contains(known, topic)
                ? Verdict.TRUSTED
                : Verdict.forbidden("neither the subscription's name " + Foreign.quote(name) + " nor its topic "
                        + Foreign.quote(topic) + " is among the eventGridSubscriptions");
    }

    /**
     * Whether this request carries the token that deliveries will carry is not documented, so where tokens are expected
     * the origin has to do. That opens nothing: deliveries are checked, whatever was agreed.
     */
    @Override
    public Verdict handshake(Presented presented, String origin) {
        if (!settings.takesEventGrid()) {
            return Verdict.unauthorized("deliveries of Event Grid would be refused; set eventGridSecret, or"
                    + " eventGridTenantId and eventGridAudience");
        }
        if (!settings.origins().isEmpty() && !contains(settings.origins(), origin)) {
            return Verdict.forbidden(
                    "its origin " + Foreign.quote(origin) + " is not among the eventGridOrigins " + settings.origins());
        }
        return settings.entra() != null ? Verdict.TRUSTED : delivery(presented);
    }

    private static boolean contains(Set<String> known, String text) {
        return text != null && known.contains(text.toLowerCase(Locale.ROOT));
    }
}
