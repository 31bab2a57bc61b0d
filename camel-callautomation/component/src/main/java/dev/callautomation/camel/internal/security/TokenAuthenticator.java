package dev.callautomation.camel.internal.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;

import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * Verifies signed tokens: RS256 only, whatever the header of a token declares, with a key that its issuer publishes. Keys
 * that a token refers to (jku, x5u) or contains (jwk, x5c) are not used.
 */
final class TokenAuthenticator {

    /** Those of the service and of Event Grid are shorter than 2,000 characters. */
    private static final int LONGEST = 6_000;

    /** Maximum number of requests that wait for keys; each holds a connection and a few kilobytes. */
    static final int MAX_WAITING = 256;

    private final Map<SigningKeys, TokenRules> issuers;
    private final Clock clock;
    private final Duration timeout;

    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param timeout maximum time to fetch keys
     */
    TokenAuthenticator(Map<SigningKeys, TokenRules> issuers, Clock clock, Duration timeout) {
        this.issuers = Map.copyOf(issuers);
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Complete at once unless a fetch is under way that may bring the key of the token. */
    CompletionStage<AuthenticationResult> check(String text) {
        if (text.length() > LONGEST) {
            return malformed("its token has more than " + LONGEST + " characters");
        }
        JWT token;
        JWTClaimsSet claims;
        try {
            token = JWTParser.parse(text);
            claims = token.getJWTClaimsSet();
        } catch (ParseException | RuntimeException e) {
            // the exception would quote parts of the token; a header "null" is a NullPointerException of the parser
            return malformed("its token is no JWT (RFC 7519)");
        }
        if (token instanceof PlainJWT) {
            return malformed("its token is not signed (alg none)");
        }
        return token instanceof SignedJWT signed
                ? check(signed, claims)
                : malformed("its token is encrypted, not signed");
    }

    private CompletionStage<AuthenticationResult> check(SignedJWT token, JWTClaimsSet claims) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!JWSAlgorithm.RS256.equals(algorithm)) {
            return malformed("its token is signed with " + UntrustedText.quote(algorithm) + ", not with RS256");
        }
        String keyId = token.getHeader().getKeyID();
        if (keyId == null) {
            return malformed("its token does not say with which key it is signed (no kid)");
        }
        Optional<SigningKeys> issuer = issuers.keySet().stream()
                .filter(keys -> keys.issuer().hasName(claims.getIssuer()))
                .findFirst();
        if (issuer.isEmpty()) {
            return CompletableFuture.completedStage(AuthenticationResult.refused(
                    RefusalKind.UNTRUSTED_ISSUER,
                    "its token is of the issuer " + UntrustedText.quote(claims.getIssuer()) + "; trusted are "
                            + names()));
        }
        TokenRules rules = issuers.get(issuer.get());
        return withKeys(issuer.get().having(keyId), keys -> check(token, claims, keys, rules));
    }

    private static CompletionStage<AuthenticationResult> malformed(String reason) {
        return CompletableFuture.completedStage(AuthenticationResult.refused(RefusalKind.MALFORMED_TOKEN, reason));
    }

    private AuthenticationResult check(SignedJWT token, JWTClaimsSet claims, KeySet keys, TokenRules rules) {
        String keyId = token.getHeader().getKeyID();
        if (!keys.has(keyId)) {
            return AuthenticationResult.refused(
                    RefusalKind.UNKNOWN_KEY,
                    "its token names the key " + UntrustedText.quote(keyId) + ", which " + keys.issuer()
                            + " does not have");
        }
        try {
            if (!token.verify(new RSASSAVerifier(keys.key(keyId).orElseThrow()))) {
                return AuthenticationResult.refused(RefusalKind.WRONG_SIGNATURE, "the signature of its token is wrong");
            }
        } catch (JOSEException e) {
            return AuthenticationResult.refused(
                    RefusalKind.WRONG_SIGNATURE, "the signature of its token cannot be checked");
        }
        if (!keys.issuer().equals(claims.getIssuer())) {
            return AuthenticationResult.refused(
                    RefusalKind.UNTRUSTED_ISSUER,
                    "its token spells the issuer " + UntrustedText.quote(claims.getIssuer())
                            + ", and the issuer itself " + UntrustedText.quote(keys.issuer()));
        }
        return rules.check(claims, clock.instant());
    }

    private String names() {
        return issuers.keySet().stream().map(keys -> keys.issuer().name()).collect(Collectors.joining(", "));
    }

    /** Limits how many requests wait. */
    private CompletionStage<AuthenticationResult> withKeys(
            Future<KeySet> keys, Function<KeySet, AuthenticationResult> check) {
        if (keys.isComplete()) {
            return CompletableFuture.completedStage(
                    keys.succeeded() ? check.apply(keys.result()) : unavailable(keys.cause()));
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.completedStage(AuthenticationResult.refused(
                    RefusalKind.KEYS_UNAVAILABLE, "too many requests wait until keys have been fetched"));
        }
        return keys.toCompletionStage().handle((found, failure) -> {
            waiting.decrementAndGet();
            return failure == null ? check.apply(found) : unavailable(failure);
        });
    }

    /** Failures of a fetch are logged where keys are fetched. */
    private static AuthenticationResult unavailable(Throwable failure) {
        return AuthenticationResult.refused(
                RefusalKind.KEYS_UNAVAILABLE,
                failure instanceof TokenRejectedException rejected
                        ? rejected.getMessage()
                        : "the keys of its issuer are not available");
    }

    /**
     * Fetches the keys of all issuers, so that the first delivery finds them; blocks for the timeout at most. Failures are
     * logged by then.
     */
    void prepare() {
        issuers.keySet().stream().map(keys -> keys.having(null)).toList().forEach(this::await);
    }

    /** Begins to fetch the keys of all issuers unless that has been tried a moment ago. Does not block. */
    void probe() {
        issuers.keySet().forEach(SigningKeys::probe);
    }

    /** Whether the keys of the issuers can be fetched. */
    List<KeyStatus> keys() {
        return issuers.keySet().stream()
                .map(SigningKeys::status)
                .sorted(Comparator.comparing(KeyStatus::issuer))
                .toList();
    }

    private void await(Future<KeySet> keys) {
        try {
            keys.toCompletionStage().toCompletableFuture().get(timeout.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // logged where keys are fetched
        }
    }
}
