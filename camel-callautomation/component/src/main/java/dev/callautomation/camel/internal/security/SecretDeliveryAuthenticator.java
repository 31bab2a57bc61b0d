package dev.callautomation.camel.internal.security;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

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
        Optional<SharedSecret.Refusal> refusal = callbackSecret.refusal(query);
        if (refusal.isEmpty()) {
            return ANY;
        }
        Optional<SharedSecret.Refusal> byEventGrid =
                eventGridSecret.map(secret -> secret.refusal(query)).orElse(refusal);
        if (byEventGrid.isEmpty()) {
            return EVENT_GRID;
        }
        // a wrong secret says more than the one that is missing
        SharedSecret.Refusal told = Stream.of(refusal.get(), byEventGrid.get())
                .filter(one -> one.kind() == RefusalKind.WRONG_SECRET)
                .findFirst()
                .orElse(refusal.get());
        return AuthenticationResult.refused(told.kind(), told.reason());
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
