package dev.callautomation.camel.internal.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Accepts every request. */
final class NoAuthentication implements DeliveryAuthenticator {

    private static final AuthenticationResult ANY = AuthenticationResult.trusted(Sender.ANY);

    @Override
    public CompletionStage<AuthenticationResult> delivery(DeliveryCredentials credentials) {
        return CompletableFuture.completedStage(ANY);
    }

    @Override
    public AuthenticationResult subscription(String name, String topic) {
        return ANY;
    }

    @Override
    public CompletionStage<AuthenticationResult> handshake(DeliveryCredentials credentials, String origin) {
        return CompletableFuture.completedStage(ANY);
    }
}
