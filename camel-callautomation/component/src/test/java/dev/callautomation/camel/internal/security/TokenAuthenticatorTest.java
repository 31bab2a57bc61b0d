package dev.callautomation.camel.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests wait for keys without a thread, and not too many of them. */
class TokenAuthenticatorTest {

    private static final String ISSUER = "https://acs.example.com";
    private static final RSAKey KEY = TokenServer.newKey("key-1");

    private Promise<KeySet> fetch = Promise.promise();

    private final SigningKeys keys =
            new SigningKeys(Issuer.service(new Authority(ISSUER)), () -> fetch.future(), System::nanoTime);
    private final TokenAuthenticator authenticator = new TokenAuthenticator(
            Map.of(keys, TokenRules.service(TokenServer.RESOURCE, Duration.ZERO)),
            Clock.systemUTC(),
            Duration.ofSeconds(5));

    private static KeySet published() {
        return KeySet.parse(ISSUER, new JWKSet(KEY.toPublicJWK()).toString(true));
    }

    private CompletableFuture<AuthenticationResult> check(String keyId) {
        String token =
                new TokenDraft(KEY, ISSUER, TokenServer.RESOURCE).keyId(keyId).sign();
        return authenticator.check(token).toCompletableFuture();
    }

    @Test
    void requestsThatWaitForAFetchAreLimitedAndAllEndWithIt() {
        List<CompletableFuture<AuthenticationResult>> waiting = IntStream.range(0, TokenAuthenticator.MAX_WAITING)
                .mapToObj(i -> check("key-1"))
                .toList();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        assertThat(check("key-1")).isCompletedWithValueMatching(result -> result.status() == 503);

        fetch.complete(published());
        assertThat(waiting).allSatisfy(result -> assertThat(result)
                .isCompletedWithValueMatching(found -> found.trusted() && found.sender() == Sender.SERVICE));
        assertThat(check("key-1")).isCompletedWithValueMatching(AuthenticationResult::trusted);

        fetch = Promise.promise();
        CompletableFuture<AuthenticationResult> later = check("key-2");
        assertThat(later).as("the places are free again").isNotDone();
        fetch.complete(published());
        assertThat(later).isDone();
    }

    @Test
    void aKnownKeyIsUsedAtOnceWhileAnotherIsFetched() {
        fetch.complete(published());
        assertThat(check("key-1")).isDone();
        fetch = Promise.promise();
        assertThat(check("made-up")).isNotDone();
        assertThat(check("key-1")).isCompletedWithValueMatching(AuthenticationResult::trusted);
    }

    @Test
    void aFetchThatFailsIsNoRefusalForGood() {
        fetch = Promise.promise();
        CompletableFuture<AuthenticationResult> result = check("key-1");
        fetch.fail("no connection");
        assertThat(result).isCompletedWithValueMatching(found -> found.status() == 503);
    }
}
