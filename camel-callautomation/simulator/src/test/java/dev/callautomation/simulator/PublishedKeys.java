package dev.callautomation.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a receiver knows of the simulator's tokens: the OpenID configuration and the keys it names. */
public final class PublishedKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JsonNode configuration;
    private final JsonNode keys;

    private PublishedKeys(JsonNode configuration, JsonNode keys) {
        this.configuration = configuration;
        this.keys = keys;
    }

    /** A token taken apart. */
    public record Token(JsonNode header, JsonNode claims, String content, byte[] signature) {

        public String claim(String name) {
            return claims.path(name).asText();
        }

        public long lifetimeSeconds() {
            return claims.path("exp").asLong() - claims.path("nbf").asLong();
        }
    }

    /** Fetches the configuration below this address, and the keys. */
    public static PublishedKeys at(URI address) {
        return of(address.resolve("/calling/.well-known/acsopenidconfiguration"));
    }

    /** Fetches this configuration, and the keys. */
    public static PublishedKeys of(URI openIdConfiguration) {
        JsonNode configuration = get(openIdConfiguration);
        return new PublishedKeys(
                configuration, get(URI.create(configuration.path("jwks_uri").asText())));
    }

    public String issuer() {
        return configuration.path("issuer").asText();
    }

    public JsonNode configuration() {
        return configuration;
    }

    /** Reads the value of a header Authorization. */
    public static Token read(String authorization) {
        assertThat(authorization).startsWith("Bearer ");
        String[] parts = authorization.substring("Bearer ".length()).split("\\.", -1);
        assertThat(parts).hasSize(3);
        try {
            return new Token(
                    JSON.readTree(bytes(parts[0])),
                    JSON.readTree(bytes(parts[1])),
                    parts[0] + "." + parts[1],
                    bytes(parts[2]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the key that the token names is published. */
    public boolean know(Token token) {
        return keys.path("keys")
                .findValuesAsText("kid")
                .contains(token.header().path("kid").asText());
    }

    /** Whether the key that the token names has signed it. */
    public boolean haveSigned(Token token) {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(token.header().path("kid").asText())) {
                return verify(key, token);
            }
        }
        return false;
    }

    private static boolean verify(JsonNode jwk, Token token) {
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(token.content().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(token.signature());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, bytes(jwk.path(member).asText()));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static JsonNode get(URI uri) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(uri.toString()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
