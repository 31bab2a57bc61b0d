package dev.callautomation.camel.internal.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Tokens of Azure's own libraries, which are optional: azure-core is required only when this class is loaded.
 */
public final class AzureTokens {

    /** What the service's SDKs ask for, with both slashes. */
    static final String SCOPE = "https://communication.azure.com//.default";

    private final TokenCredential credential;
    private final Vertx vertx;
    private final Duration timeout;
    private Future<CompletableFuture<AccessToken>> starting;

    private AzureTokens(TokenCredential credential, Vertx vertx, Duration timeout) {
        this.credential = credential;
        this.vertx = vertx;
        this.timeout = timeout;
    }

    /**
     * A credential that asks the given one for tokens.
     *
     * @param tokenCredential a {@code com.azure.core.credential.TokenCredential}
     * @param timeout        timeout of a request for a token
     */
    public static Credential credential(Object tokenCredential, Vertx vertx, Duration timeout) {
        if (!(tokenCredential instanceof TokenCredential credential)) {
            throw new IllegalArgumentException("The option tokenCredential must be a " + TokenCredential.class.getName()
                    + ", but it is a " + tokenCredential.getClass().getName());
        }
        return new BearerCredential(new AzureTokens(credential, vertx, timeout)::request, Clock.systemUTC());
    }

    private Future<BearerToken> request() {
        Context context = vertx.getOrCreateContext();
        return started()
                .compose(answer -> Future.fromCompletionStage(answer, context)
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(late -> answer.cancel(true)))
                .map(AzureTokens::token)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Some credentials ask a command or a file before they return. One that never returns occupies one thread, not all. */
    private synchronized Future<CompletableFuture<AccessToken>> started() {
        if (starting == null || starting.isComplete()) {
            starting = vertx.executeBlocking(() -> ask(credential), false);
        }
        return starting;
    }

    private static CompletableFuture<AccessToken> ask(TokenCredential credential) {
        return credential.getToken(new TokenRequestContext().addScopes(SCOPE)).toFuture();
    }

    private static BearerToken token(AccessToken token) {
        if (token == null) {
            throw new IllegalStateException("The tokenCredential gave no token");
        }
        return BearerToken.of(
                token.getToken(),
                Clock.systemUTC().instant(),
                token.getExpiresAt().toInstant());
    }
}
