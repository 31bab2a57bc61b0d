package dev.callautomation.camel.internal.security;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
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
    private final InstantSource clock;
    private final Duration timeout;

    private final VerifiedTokens verified = new VerifiedTokens();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param timeout maximum time to fetch keys
     */
    TokenAuthenticator(Map<SigningKeys, TokenRules> issuers, InstantSource clock, Duration timeout) {
        this.issuers = Map.copyOf(issuers);
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Complete at once unless a fetch is under way that may bring the key of the token. */
    CompletionStage<AuthenticationResult> check(String text) {
        if (text.length() > LONGEST) {
            return refused(RefusalKind.MALFORMED_TOKEN, "its token has more than " + LONGEST + " characters");
        }
        String digest = VerifiedTokens.digest(text);
        VerifiedTokens.Verified known = verified.find(digest);
        if (known != null) {
            return CompletableFuture.completedStage(known.rules().check(known.lifetime(), clock.instant()));
        }
        SignedToken token;
        try {
            token = SignedToken.parse(text);
        } catch (MalformedTokenException e) {
            return refused(RefusalKind.MALFORMED_TOKEN, e.getMessage());
        }
        String name = token.claims().getIssuer();
        Optional<SigningKeys> found = issuers.keySet().stream()
                .filter(keys -> keys.issuer().hasName(name))
                .findFirst();
        if (found.isEmpty()) {
            return refused(
                    RefusalKind.UNTRUSTED_ISSUER,
                    "its token is of the issuer " + UntrustedText.quote(name) + "; trusted are " + names());
        }
        SigningKeys issuer = found.get();
        return withKeys(issuer.having(token.keyId()), keys -> check(token, issuer, keys, digest));
    }

    private static CompletionStage<AuthenticationResult> refused(RefusalKind kind, String reason) {
        return CompletableFuture.completedStage(AuthenticationResult.refused(kind, reason));
    }

    private AuthenticationResult check(SignedToken token, SigningKeys issuer, KeySet keys, String digest) {
        AuthenticationResult bySignature = checkSignature(token, keys);
        if (bySignature != null) {
            return bySignature;
        }
        String name = token.claims().getIssuer();
        if (!keys.issuer().equals(name)) {
            return AuthenticationResult.refused(
                    RefusalKind.UNTRUSTED_ISSUER,
                    "its token spells the issuer " + UntrustedText.quote(name) + ", and the issuer itself "
                            + UntrustedText.quote(keys.issuer()));
        }
        TokenRules rules = issuers.get(issuer);
        AuthenticationResult result = rules.check(token.claims(), clock.instant());
        if (result.trusted()) {
            verified.add(digest, new VerifiedTokens.Verified(issuer, keys, rules, TokenLifetime.of(token.claims())));
        }
        return result;
    }

    /** {@code null} if the signature is right. */
    private static AuthenticationResult checkSignature(SignedToken token, KeySet keys) {
        Optional<RSAPublicKey> key = keys.key(token.keyId());
        if (key.isEmpty()) {
            return AuthenticationResult.refused(
                    RefusalKind.UNKNOWN_KEY,
                    "its token names the key " + UntrustedText.quote(token.keyId()) + ", which " + keys.issuer()
                            + " does not have");
        }
        try {
            return token.isSignedWith(key.get())
                    ? null
                    : AuthenticationResult.refused(RefusalKind.WRONG_SIGNATURE, "the signature of its token is wrong");
        } catch (GeneralSecurityException e) {
            return AuthenticationResult.refused(
                    RefusalKind.WRONG_SIGNATURE, "the signature of its token cannot be checked");
        }
    }

    /** The number of tokens that are remembered. */
    int remembered() {
        return verified.size();
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
        fetch().forEach(this::await);
    }

    /** Begins to fetch the keys that are not known yet. Does not block. */
    List<Future<KeySet>> fetch() {
        return issuers.keySet().stream().map(keys -> keys.having(null)).toList();
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
