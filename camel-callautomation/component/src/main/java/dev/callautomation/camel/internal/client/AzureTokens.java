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

    private AzureTokens() {}

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
        return new BearerCredential(() -> request(credential, vertx, timeout), Clock.systemUTC());
    }

    private static Future<BearerToken> request(TokenCredential credential, Vertx vertx, Duration timeout) {
        Context context = vertx.getOrCreateContext();
        // some credentials ask a command or a file before they return
        return vertx.executeBlocking(() -> ask(credential), false)
                .compose(answer -> Future.fromCompletionStage(answer, context))
                .map(AzureTokens::token)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
