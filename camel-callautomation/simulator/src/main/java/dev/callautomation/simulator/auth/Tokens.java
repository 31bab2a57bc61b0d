package dev.callautomation.simulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.model.EntraAudience;
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
    private static final Duration ENTRA_LIFETIME = Duration.ofHours(1);

    /** Event Grid's own application in Microsoft Entra ID, the same in all tenants. */
    private static final String EVENT_GRID = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    private final Vertx vertx;
    private final Future<SigningKey> key;
    private final Future<String> issuer;
    private final String audience;
    private final Map<Purpose, Issued> latest = new ConcurrentHashMap<>();

    /** What tells tokens apart that are issued in the same second; {@code tenant} is {@code null} for the service's own. */
    private record Purpose(String tenant, String audience, Duration lifetime) {}

    /** The value of the header Authorization. */
    private record Issued(long second, String bearer) {}

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
        return bearer(new Purpose(null, audience, CALLBACK_LIFETIME));
    }

    /** The value of the header Authorization of a WebSocket's upgrade request; its token lives for 24 hours. */
    public Future<String> forStream() {
        return bearer(new Purpose(null, audience, STREAM_LIFETIME));
    }

    /** The value of the header Authorization of an Event Grid delivery; its token lives for an hour. */
    public Future<String> forEventGrid(EntraAudience entra) {
        return bearer(new Purpose(entra.tenantId().toLowerCase(Locale.ROOT), entra.audience(), ENTRA_LIFETIME));
    }

    /** As {@link #forCallback()}, with a token that has this flaw, which must be another than none at all. */
    public Future<String> forCallback(TokenFlaw flaw) {
        Future<SigningKey> unpublished = vertx.executeBlocking(SigningKey::unpublished, false);
        return Future.all(issuer, key, unpublished).map(all -> {
            SigningKey known = key.result();
            ObjectNode claims = claims(
                    issuer.result(), Instant.now().getEpochSecond(), new Purpose(null, audience, CALLBACK_LIFETIME));
            return "Bearer " + FlawedTokens.token(flaw, known, unpublished.result(), header(known), claims);
        });
    }

    /** The OpenID configuration. */
    public Future<JsonNode> configuration() {
        return configuration("");
    }

    /** The OpenID configuration of a tenant of Microsoft Entra, for which the simulator stands in as well. */
    public Future<JsonNode> entraConfiguration(String tenantId) {
        return configuration(tenant(tenantId.toLowerCase(Locale.ROOT)));
    }

    private Future<JsonNode> configuration(String path) {
        return issuer.map(name -> {
            ObjectNode document = Json.object().put("issuer", name + path).put("jwks_uri", name + KEYS_PATH);
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

    private Future<String> bearer(Purpose purpose) {
        return issuer.compose(name -> key.map(known -> current(known, name, purpose)));
    }

    /** Within one second a new token would be the same to the last letter, and signing is what costs. */
    private String current(SigningKey known, String name, Purpose purpose) {
        long now = Instant.now().getEpochSecond();
        return latest.compute(
                        purpose,
                        (any, last) -> last != null && last.second() == now
                                ? last
                                : new Issued(now, "Bearer " + known.sign(header(known), claims(name, now, purpose))))
                .bearer();
    }

    private static ObjectNode header(SigningKey known) {
        return Json.object().put("alg", "RS256").put("kid", known.id()).put("typ", "JWT");
    }

    private static ObjectNode claims(String name, long now, Purpose purpose) {
        ObjectNode claims = Json.object()
                .put("nbf", now)
                .put("exp", now + purpose.lifetime().toSeconds())
                .put("iat", now)
                .put("aud", purpose.audience());
        return purpose.tenant() == null
                ? claims.put("iss", name)
                : claims.put("iss", name + tenant(purpose.tenant()))
                        .put("tid", purpose.tenant())
                        .put("azp", EVENT_GRID)
                        .put("ver", "2.0");
    }

    private static String tenant(String id) {
        return "/" + id + "/v2.0";
    }
}
