package dev.callautomation.camel.internal.security;

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
 * Verifies signed tokens: RS256 only, whatever the header of a token declares, with a key that its issuer publishes. Keys
 * that a token refers to (jku, x5u) or contains (jwk, x5c) are not used.
 */
final class TokenAuthenticator {

    /** Those of the service and of Event Grid are shorter than 2,000 characters. */
    private static final int LONGEST = 6_000;

    private final Map<SigningKeys, TokenRules> issuers;
    private final Clock clock;
    private final Duration timeout;

    // each blocks a thread of the HTTP server, which has few: 20 on Vert.x, 8 on Spring Boot
    private final Semaphore waiting = new Semaphore(4);

    /**
     * @param timeout maximum time to fetch keys
     */
    TokenAuthenticator(Map<SigningKeys, TokenRules> issuers, Clock clock, Duration timeout) {
        this.issuers = Map.copyOf(issuers);
        this.clock = clock;
        this.timeout = timeout;
    }

    AuthenticationResult check(String text) {
        if (text.length() > LONGEST) {
            return AuthenticationResult.unauthorized("its token has more than " + LONGEST + " characters");
        }
        JWT token;
        JWTClaimsSet claims;
        try {
            token = JWTParser.parse(text);
            claims = token.getJWTClaimsSet();
        } catch (ParseException | RuntimeException e) {
            // the exception would quote parts of the token; a header "null" is a NullPointerException of the parser
            return AuthenticationResult.unauthorized("its token is no JWT (RFC 7519)");
        }
        if (token instanceof PlainJWT) {
            return AuthenticationResult.unauthorized("its token is not signed (alg none)");
        }
        return token instanceof SignedJWT signed
                ? check(signed, claims)
                : AuthenticationResult.unauthorized("its token is encrypted, not signed");
    }

    private AuthenticationResult check(SignedJWT token, JWTClaimsSet claims) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!JWSAlgorithm.RS256.equals(algorithm)) {
            return AuthenticationResult.unauthorized(
                    "its token is signed with " + UntrustedText.quote(algorithm) + ", not with RS256");
        }
        String keyId = token.getHeader().getKeyID();
        if (keyId == null) {
            return AuthenticationResult.unauthorized("its token does not say with which key it is signed (no kid)");
        }
        Optional<SigningKeys> issuer = issuers.keySet().stream()
                .filter(keys -> keys.issuer().hasName(claims.getIssuer()))
                .findFirst();
        if (issuer.isEmpty()) {
            return AuthenticationResult.unauthorized("its token is of the issuer "
                    + UntrustedText.quote(claims.getIssuer()) + "; trusted are " + names());
        }
        Optional<KeySet> keys = keys(issuer.get(), keyId);
        return keys.isEmpty()
                ? AuthenticationResult.unavailable(
                        "the keys of " + issuer.get().issuer().name() + " are not available")
                : check(token, claims, keys.get(), issuers.get(issuer.get()));
    }

    private AuthenticationResult check(SignedJWT token, JWTClaimsSet claims, KeySet keys, TokenRules rules) {
        String keyId = token.getHeader().getKeyID();
        if (keys.key(keyId).isEmpty()) {
            return AuthenticationResult.unauthorized("its token names the key " + UntrustedText.quote(keyId)
                    + ", which " + keys.issuer() + " does not have");
        }
        try {
            if (!token.verify(new RSASSAVerifier(keys.key(keyId).get()))) {
                return AuthenticationResult.unauthorized("the signature of its token is wrong");
            }
        } catch (JOSEException e) {
            return AuthenticationResult.unauthorized("the signature of its token cannot be checked");
        }
        if (!keys.issuer().equals(claims.getIssuer())) {
            return AuthenticationResult.unauthorized(
                    "its token spells the issuer " + UntrustedText.quote(claims.getIssuer())
                            + ", and the issuer itself " + UntrustedText.quote(keys.issuer()));
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
                    .get(timeout.toMillis() + 1000, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            // logged where keys are fetched
            return Optional.empty();
        }
    }
}
