package dev.callautomation.camel.client;

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
 * Tokens of Azure's own libraries, which are optional: only who loads this class needs azure-core.
 */
public final class AzureTokens {

    /** What the service's SDKs ask for, with both slashes. */
    static final String SCOPE = "https://communication.azure.com//.default";

    private AzureTokens() {}

    /**
     * A credential that asks the given one for tokens.
     *
     * @param tokenCredential a {@code com.azure.core.credential.TokenCredential}
     * @param patience        how long a token may take
     */
    public static Credential credential(Object tokenCredential, Vertx vertx, Duration patience) {
        if (!(tokenCredential instanceof TokenCredential credential)) {
            throw new IllegalArgumentException("The option tokenCredential must be a " + TokenCredential.class.getName()
                    + ", but it is a " + tokenCredential.getClass().getName());
        }
        return new BearerCredential(() -> request(credential, vertx, patience), Clock.systemUTC());
    }

    private static Future<BearerToken> request(TokenCredential credential, Vertx vertx, Duration patience) {
        Context context = vertx.getOrCreateContext();
        // some credentials ask a command or a file before they return
        return vertx.executeBlocking(() -> ask(credential), false)
                .compose(answer -> Future.fromCompletionStage(answer, context))
                .map(AzureTokens::token)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
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
