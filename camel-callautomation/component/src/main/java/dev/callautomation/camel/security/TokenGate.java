package dev.callautomation.camel.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/**
 * Checks signed tokens: RS256 only, whatever a token says of itself, with a key that its issuer publishes. Nothing that a
 * token names by address (jku, x5u) or brings along (jwk, x5c) is used.
 */
final class TokenGate {

    /** Those of the service and of Event Grid are shorter than 2,000 characters. */
    private static final int LONGEST = 6_000;

    private final Map<SigningKeys, TokenRules> issuers;
    private final Clock clock;
    private final Duration patience;

    // each holds a thread of the HTTP server, which has but few: 20 on Vert.x, 8 on Spring Boot
    private final Semaphore waiting = new Semaphore(4);

    /**
     * @param patience how long fetching keys may take
     */
    TokenGate(Map<SigningKeys, TokenRules> issuers, Clock clock, Duration patience) {
        this.issuers = Map.copyOf(issuers);
        this.clock = clock;
        this.patience = patience;
    }

    Verdict check(String text) {
        if (text.length() > LONGEST) {
            return Verdict.unauthorized("its token has more than " + LONGEST + " characters");
        }
        JWT token;
        JWTClaimsSet claims;
        try {
            token = JWTParser.parse(text);
            claims = token.getJWTClaimsSet();
        } catch (ParseException | RuntimeException e) {
            // the exception would quote parts of the token; a header "null" is a NullPointerException of the parser
            return Verdict.unauthorized("its token is no JWT (RFC 7519)");
        }
        if (token instanceof PlainJWT) {
            return Verdict.unauthorized("its token is not signed (alg none)");
        }
        return token instanceof SignedJWT signed
                ? check(signed, claims)
                : Verdict.unauthorized("its token is encrypted, not signed");
    }

    private Verdict check(SignedJWT token, JWTClaimsSet claims) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!JWSAlgorithm.RS256.equals(algorithm)) {
            return Verdict.unauthorized("its token is signed with " + Foreign.quote(algorithm) + ", not with RS256");
        }
        String keyId = token.getHeader().getKeyID();
        if (keyId == null) {
            return Verdict.unauthorized("its token does not say with which key it is signed (no kid)");
        }
        Optional<SigningKeys> issuer = issuers.keySet().stream()
                .filter(keys -> keys.issuer().mayBeCalled(claims.getIssuer()))
                .findFirst();
        if (issuer.isEmpty()) {
            return Verdict.unauthorized(
                    "its token is of the issuer " + Foreign.quote(claims.getIssuer()) + "; trusted are " + names());
        }
        Optional<KeySet> keys = keys(issuer.get(), keyId);
        return keys.isEmpty()
                ? Verdict.later("the keys of " + issuer.get().issuer().name() + " cannot be had")
                : check(token, claims, keys.get(), issuers.get(issuer.get()));
    }

    private Verdict check(SignedJWT token, JWTClaimsSet claims, KeySet keys, TokenRules rules) {
        String keyId = token.getHeader().getKeyID();
        if (keys.key(keyId).isEmpty()) {
            return Verdict.unauthorized(
                    "its token names the key " + Foreign.quote(keyId) + ", which " + keys.issuer() + " does not have");
        }
        try {
            if (!token.verify(new RSASSAVerifier(keys.key(keyId).get()))) {
                return Verdict.unauthorized("the signature of its token is wrong");
            }
        } catch (JOSEException e) {
            return Verdict.unauthorized("the signature of its token cannot be checked");
        }
        if (!keys.issuer().equals(claims.getIssuer())) {
            return Verdict.unauthorized("its token spells the issuer " + Foreign.quote(claims.getIssuer())
                    + ", and the issuer itself " + Foreign.quote(keys.issuer()));
        }
        return rules.check(claims, clock.instant());
    }

    private String names() {
        return issuers.keySet().stream().map(keys -> keys.issuer().name()).collect(Collectors.joining(", "));
    }

    /** Waits only if a fetch is under way that may bring the key. */
    private Optional<KeySet> keys(SigningKeys issuer, String keyId) {
        Future<KeySet> keys = issuer.having(keyId);
        if (keys.isComplete()) {
            return Optional.ofNullable(keys.result());
        }
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return await(keys);
        } finally {
            waiting.release();
        }
    }

    /** Fetches the keys of all issuers, so that the first delivery finds them; failures are logged by then. */
    void prepare() {
        issuers.keySet().stream().map(keys -> keys.having(null)).toList().forEach(this::await);
    }

    private Optional<KeySet> await(Future<KeySet> keys) {
        try {
            return Optional.of(keys.toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis() + 1000, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            // logged where keys are fetched
            return Optional.empty();
        }
    }
}
