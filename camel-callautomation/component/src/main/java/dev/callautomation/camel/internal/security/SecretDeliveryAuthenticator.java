package dev.callautomation.camel.internal.security;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Accepts deliveries with the secret of the callback URI, without a token, and those of Event Grid with its own. */
final class SecretDeliveryAuthenticator implements DeliveryAuthenticator {

    private static final AuthenticationResult ANY = AuthenticationResult.trusted(Sender.ANY);
    private static final AuthenticationResult EVENT_GRID = AuthenticationResult.trusted(Sender.EVENT_GRID);

    private final SharedSecret callbackSecret;
    private final Optional<SharedSecret> eventGridSecret;

    SecretDeliveryAuthenticator(SharedSecret callbackSecret, Optional<SharedSecret> eventGridSecret) {
        this.callbackSecret = callbackSecret;
        this.eventGridSecret = eventGridSecret;
    }

    @Override
    public CompletionStage<AuthenticationResult> delivery(DeliveryCredentials credentials) {
        return CompletableFuture.completedStage(check(credentials.query()));
    }

    private AuthenticationResult check(String query) {
        Optional<String> refusal = callbackSecret.refusal(query);
        if (refusal.isEmpty()) {
            return ANY;
        }
        return eventGridSecret.isPresent()
                        && eventGridSecret.get().refusal(query).isEmpty()
                ? EVENT_GRID
                : AuthenticationResult.refused(RefusalKind.NO_CREDENTIAL, refusal.get());
    }

    @Override
    public AuthenticationResult subscription(String name, String topic) {
        return EVENT_GRID;
    }

    @Override
    public CompletionStage<AuthenticationResult> handshake(DeliveryCredentials credentials, String origin) {
        return delivery(credentials);
    }
}
