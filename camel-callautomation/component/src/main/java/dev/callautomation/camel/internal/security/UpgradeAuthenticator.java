package dev.callautomation.camel.internal.security;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import dev.callautomation.camel.CallbackAuthentication;
import dev.callautomation.camel.internal.support.OptionNames;

/** Authenticates the upgrade requests of WebSockets for media streams and transcripts, by a token of the service. */
public final class UpgradeAuthenticator {

    private static final Runnable NOTHING = () -> {};

    private final Function<DeliveryCredentials, CompletionStage<AuthenticationResult>> check;
    private final Runnable preparation;

    private UpgradeAuthenticator(
            Function<DeliveryCredentials, CompletionStage<AuthenticationResult>> check, Runnable preparation) {
        this.check = check;
        this.preparation = preparation;
    }

    /**
     * @param  names                    what messages call the options
     * @throws IllegalArgumentException if the tokens of the service are not accepted
     */
    public static UpgradeAuthenticator create(SecuritySettings settings, IssuerKeys issuerKeys, OptionNames names)
            throws Exception {
        if (settings.mode() == CallbackAuthentication.NONE) {
            DeliveryAuthenticator authenticator = settings.callbackSecret()
                    .<DeliveryAuthenticator>map(secret -> new SecretDeliveryAuthenticator(secret, Optional.empty()))
                    .orElse(DeliveryAuthenticator.OPEN);
            return new UpgradeAuthenticator(authenticator::delivery, NOTHING);
        }
        if (!settings.takesCallbacks()) {
            throw new IllegalArgumentException(
                    "The upgrade requests of WebSockets are authenticated by tokens of the service: set "
                            + names.of("resourceId") + ", or " + names.of("callbackAuthentication")
                            + "=NONE to accept WebSockets from any sender");
        }
        SigningKeys keys = issuerKeys.of(Issuer.service(settings.callbackIssuer()));
        TokenAuthenticator tokens = new TokenAuthenticator(
                Map.of(keys, TokenRules.stream(settings.resourceId(), settings.clockSkew())),
                Clock.systemUTC(),
                issuerKeys.timeout());
        return new UpgradeAuthenticator(credentials -> check(credentials, tokens), tokens::fetch);
    }

    private static CompletionStage<AuthenticationResult> check(
            DeliveryCredentials credentials, TokenAuthenticator tokens) {
        if (credentials.ambiguous()) {
            return CompletableFuture.completedStage(DeliveryCredentials.AMBIGUOUS);
        }
        return credentials
                .token()
                .map(tokens::check)
                .orElseGet(() -> CompletableFuture.completedStage(DeliveryCredentials.NO_TOKEN));
    }

    /** Begins to fetch keys, so that the first request finds them. Does not block. */
    public void prepare() {
        preparation.run();
    }

    /** Complete at once unless keys are being fetched. */
    public CompletionStage<AuthenticationResult> upgrade(DeliveryCredentials credentials) {
        return check.apply(credentials);
    }
}
