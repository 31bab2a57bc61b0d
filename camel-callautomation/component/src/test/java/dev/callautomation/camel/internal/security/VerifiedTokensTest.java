package dev.callautomation.camel.internal.security;

import java.lang.reflect.Proxy;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.RSAKey;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When the signature of a token that comes again is not verified again, on clocks that the test sets. */
class VerifiedTokensTest {

    private static final String ISSUER = "https://acs.example.com";
    private static final String OTHER = "0e3c1cb4-44d6-4b5b-9a3e-0a0f7a5d9d11";
    private static final RSAKey KEY = TokenServer.newKey("key-1");
    private static final RSAKey NEW_KEY = TokenServer.newKey("key-1");
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final AtomicInteger uses = new AtomicInteger();
    private final AtomicLong nanoTime = new AtomicLong();
    private Instant now = Instant.now();
    private KeySet published = keys("key-1", KEY);
    private final SigningKeys signingKeys = new SigningKeys(
            Issuer.service(new Authority(ISSUER)), () -> Future.succeededFuture(published), nanoTime::get);
    private final TokenAuthenticator deliveries = authenticator(TokenRules.service(TokenServer.RESOURCE, SKEW));

    private KeySet keys(String id, RSAKey key) {
        return new KeySet(ISSUER, Map.of(id, counted(key)));
    }

    /** A key that counts how often it is used to verify a signature. */
    private RSAPublicKey counted(RSAKey of) {
        try {
            RSAPublicKey key = of.toRSAPublicKey();
            return (RSAPublicKey) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {RSAPublicKey.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("equals")) {
                            return proxy == arguments[0];
                        }
                        uses.addAndGet(method.getName().equals("getPublicExponent") ? 1 : 0);
                        return method.invoke(key, arguments);
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TokenAuthenticator authenticator(TokenRules rules) {
        return new TokenAuthenticator(Map.of(signingKeys, rules), () -> now, Duration.ofSeconds(5));
    }

    private static TokenDraft token() {
        return new TokenDraft(KEY, ISSUER, TokenServer.RESOURCE);
    }

    private static AuthenticationResult check(TokenAuthenticator authenticator, String token) {
        return authenticator.check(token).toCompletableFuture().join();
    }

    private RefusalKind refusal(String token) {
        return check(deliveries, token).refusal();
    }

    private void assertAccepted(String token) {
        assertThat(check(deliveries, token)).isEqualTo(AuthenticationResult.trusted(Sender.SERVICE));
    }

    /** Whether the signature of a token is verified when it comes now. */
    private boolean verifies(String token) {
        int before = uses.get();
        check(deliveries, token);
        return uses.get() > before;
    }

    @Test
    void theSignatureOfATokenThatComesAgainIsNotVerifiedAgain() {
        String token = token().sign();
        assertThat(verifies(token)).isTrue();
        assertThat(verifies(token)).isFalse();
        assertAccepted(token);
        assertThat(verifies(token().claim("jti", "another").sign())).isTrue();
    }

    @Test
    void aTokenIsAcceptedUntilItExpires() {
        String token = token().valid(Duration.ZERO, Duration.ofMinutes(5)).sign();
        assertAccepted(token);
        now = now.plus(Duration.ofMinutes(5)).plus(SKEW).minusSeconds(1);
        assertAccepted(token);
        now = now.plusSeconds(3);
        assertThat(refusal(token)).isEqualTo(RefusalKind.TOKEN_LIFETIME);
    }

    @Test
    void aTokenIsRefusedOnceItsKeyIsReplaced() {
        String token = token().sign();
        assertAccepted(token);
        published = keys("key-1", NEW_KEY);
        nanoTime.addAndGet(SigningKeys.STALE.toNanos());
        // these are fetched now, while the former ones are in use
        check(deliveries, token);
        assertThat(refusal(token)).isEqualTo(RefusalKind.WRONG_SIGNATURE);
    }

    @Test
    void aTokenIsRefusedOnceItsKeyIsWithdrawn() {
        String token = token().sign();
        assertAccepted(token);
        published = keys("key-2", NEW_KEY);
        nanoTime.addAndGet(SigningKeys.PROBE_INTERVAL.toNanos());
        signingKeys.probe();
        assertThat(refusal(token)).isEqualTo(RefusalKind.UNKNOWN_KEY);
    }

    @Test
    void keysThatAreFetchedAgainAndAreTheSameVerifyNothingAgain() {
        String token = token().sign();
        assertAccepted(token);
        published = new KeySet(ISSUER, published.keys());
        nanoTime.addAndGet(SigningKeys.PROBE_INTERVAL.toNanos());
        signingKeys.probe();
        assertThat(verifies(token)).isFalse();
    }

    @Test
    void keysThatAreToBeFetchedAgainAreFetchedForATokenThatComesAgain() {
        String token = token().sign();
        assertAccepted(token);
        published = keys("key-2", NEW_KEY);
        nanoTime.addAndGet(SigningKeys.OUTDATED.toNanos());
        assertThat(refusal(token)).isNotNull();
    }

    @Test
    void aTokenThatWasRefusedIsNotRemembered() {
        String early =
                token().valid(Duration.ofMinutes(2), Duration.ofMinutes(5)).sign();
        String expired =
                token().valid(Duration.ofMinutes(-9), Duration.ofMinutes(-2)).sign();
        String other = token().audience(OTHER).sign();
        String forged = token().key(NEW_KEY).sign();
        String unknown = token().keyId("made-up").sign();
        for (String token : new String[] {early, expired, other, forged, unknown, "x", token().unsigned()}) {
            assertThat(refusal(token)).isNotNull();
            assertThat(refusal(token)).as("again").isNotNull();
        }
        assertThat(deliveries.remembered()).isZero();
        assertThat(verifies(other)).isTrue();
        now = now.plus(Duration.ofMinutes(2));
        assertAccepted(early);
    }

    @Test
    void manyTokensThatAreRefusedDisplaceNone() {
        String token = token().sign();
        assertAccepted(token);
        String signed = token.substring(0, token.lastIndexOf('.') + 1);
        for (int i = 0; i < VerifiedTokens.LIMIT; i++) {
            // a forged signature is dearer than a text that is no token
            assertThat(refusal((i % 100 == 0 ? signed : "made up") + "%08d".formatted(i)))
                    .isNotNull();
        }
        assertThat(deliveries.remembered()).isEqualTo(1);
        assertThat(verifies(token)).isFalse();
    }

    @Test
    void theNumberOfTokensIsLimitedAndTheOldestAreForgotten() {
        check(deliveries, token().sign());
        VerifiedTokens tokens = new VerifiedTokens();
        VerifiedTokens.Verified token = new VerifiedTokens.Verified(
                signingKeys,
                signingKeys.current(),
                TokenRules.service(TokenServer.RESOURCE, SKEW),
                new TokenLifetime(null, null, now));
        int more = 1000;
        IntStream.range(0, VerifiedTokens.LIMIT + more).forEach(i -> {
            tokens.add("digest " + i, token);
            tokens.add("digest " + i, token);
        });
        assertThat(tokens.size()).isEqualTo(VerifiedTokens.LIMIT);
        assertThat(tokens.find("digest " + (more - 1))).isNull();
        assertThat(tokens.find("digest " + more)).isEqualTo(token);
        assertThat(tokens.find("digest " + (VerifiedTokens.LIMIT + more - 1))).isEqualTo(token);
    }

    @Test
    void aTokenThatWasAcceptedByOtherRulesIsNotAcceptedByThese() {
        TokenAuthenticator streams = authenticator(TokenRules.stream(TokenServer.RESOURCE, SKEW));
        TokenAuthenticator others = authenticator(TokenRules.service(OTHER, SKEW));
        String token = token().valid(Duration.ZERO, Duration.ofHours(24)).sign();
        assertThat(check(streams, token).trusted()).isTrue();
        assertThat(refusal(token)).isEqualTo(RefusalKind.TOKEN_LIFETIME);
        String delivery = token().sign();
        assertAccepted(delivery);
        assertThat(check(others, delivery).refusal()).isEqualTo(RefusalKind.OTHER_RECEIVER);
    }

    @Test
    void aDigestHasAConstantSizeAndDiffersWithEachCharacter() {
        String token = token().sign();
        assertThat(VerifiedTokens.digest(token))
                .hasSize(32)
                .hasSameSizeAs(VerifiedTokens.digest("x".repeat(6000)))
                .isEqualTo(VerifiedTokens.digest(String.valueOf(token.toCharArray())))
                .isNotEqualTo(VerifiedTokens.digest(token + "="))
                .isNotEqualTo(VerifiedTokens.digest(token.replace('.', '\u012e')));
    }
}
