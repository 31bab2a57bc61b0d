package dev.callautomation.simulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.model.TokenFlaw;
import dev.callautomation.simulator.wire.Json;

/**
 * The tokens by which receivers know the simulator, and the documents by which they check them: OpenID configuration and
 * key set, as the service publishes them. Times in tokens are real ones, for receivers have no other.
 */
public final class Tokens {

    /** Where the OpenID configuration is, as at the service. */
    public static final String CONFIGURATION_PATH = "/calling/.well-known/acsopenidconfiguration";

    /** Where the key set is, as at the service. */
    public static final String KEYS_PATH = "/calling/keys";

    private static final Duration CALLBACK_LIFETIME = Duration.ofMinutes(5);
    private static final Duration STREAM_LIFETIME = Duration.ofHours(24);

    private final Vertx vertx;
    private final Future<SigningKey> key;
    private final Future<String> issuer;
    private final String audience;
    private final Map<Duration, Issued> latest = new ConcurrentHashMap<>();

    private record Issued(long second, String token) {}

    /**
     * Begins to make the key, if this process has none yet, beside everything else: a start takes less time.
     *
     * @param issuer   who the simulator says it is, which is the beginning of its address and known once it listens
     * @param audience the immutable resource id
     */
    public Tokens(Vertx vertx, Future<String> issuer, String audience) {
        this.vertx = vertx;
        this.key = vertx.executeBlocking(SigningKey::shared, false);
        this.issuer = issuer;
        this.audience = audience;
    }

    /** The value of the header Authorization of a callback; its token lives for 5 minutes. */
    public Future<String> forCallback() {
        return bearer(CALLBACK_LIFETIME);
    }

    /** The value of the header Authorization of a WebSocket's upgrade request; its token lives for 24 hours. */
    public Future<String> forStream() {
        return bearer(STREAM_LIFETIME);
    }

    /** As {@link #forCallback()}, with a token that has this flaw, which must be another than none at all. */
    public Future<String> forCallback(TokenFlaw flaw) {
        Future<SigningKey> stranger = vertx.executeBlocking(SigningKey::stranger, false);
        return Future.all(issuer, key, stranger).map(all -> {
            SigningKey known = key.result();
            ObjectNode claims = claims(issuer.result(), Instant.now().getEpochSecond(), CALLBACK_LIFETIME);
            return "Bearer " + FlawedTokens.token(flaw, known, stranger.result(), header(known), claims);
        });
    }

    /** The OpenID configuration. */
    public Future<JsonNode> configuration() {
        return issuer.map(name -> {
            ObjectNode document = Json.object().put("issuer", name).put("jwks_uri", name + KEYS_PATH);
            document.putArray("id_token_signing_alg_values_supported").add("RS256");
            return document;
        });
    }

    /** The key set. */
    public Future<JsonNode> keys() {
        return key.map(known -> {
            ObjectNode document = Json.object();
            document.putArray("keys").add(known.toJwk());
            return document;
        });
    }

    private Future<String> bearer(Duration lifetime) {
        return issuer.compose(name -> key.map(known -> "Bearer " + current(known, name, lifetime)));
    }

    /** Within one second a new token would be the same to the last letter, and signing is what costs. */
    private String current(SigningKey known, String name, Duration lifetime) {
        long now = Instant.now().getEpochSecond();
        return latest.compute(
                        lifetime,
                        (any, last) -> last != null && last.second() == now
                                ? last
                                : new Issued(now, known.sign(header(known), claims(name, now, lifetime))))
                .token();
    }

    private static ObjectNode header(SigningKey known) {
        return Json.object().put("alg", "RS256").put("kid", known.id()).put("typ", "JWT");
    }

    private ObjectNode claims(String name, long now, Duration lifetime) {
        return Json.object()
                .put("nbf", now)
                .put("exp", now + lifetime.toSeconds())
                .put("iat", now)
                .put("iss", name)
                .put("aud", audience);
    }
}
