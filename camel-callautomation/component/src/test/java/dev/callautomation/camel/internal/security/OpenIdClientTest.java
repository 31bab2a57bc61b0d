package dev.callautomation.camel.internal.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keys are fetched from their issuer and nowhere else. */
class OpenIdClientTest {

    private static final String CONFIGURATION = "/calling/.well-known/acsopenidconfiguration";
    private static final String KEYS = "/calling/keys";

    private final Vertx vertx = Vertx.vertx();
    private final TokenServer other = new TokenServer().start();
    private HttpServer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.start();
        other.as(address());
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
        other.close();
        vertx.close();
    }

    private String address() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private void answer(String path, int status, Map<String, String> headers, String body) {
        issuer.createContext(path, exchange -> {
            try (exchange) {
                headers.forEach(exchange.getResponseHeaders()::set);
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private KeySet fetch() {
        return new OpenIdClient(
                        WebClient.create(vertx), Duration.ofSeconds(30), Issuer.service(new Authority(address())))
                .fetch()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private String configuration() {
        return "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + KEYS + "\"}";
    }

    @Test
    void theKeysOfTheIssuerAreFetched() {
        answer(CONFIGURATION, 200, Map.of(), configuration());
        answer(KEYS, 200, Map.of(), "{\"keys\":[" + other.published().get(0).toJSONString() + "]}");
        assertThat(fetch().has("key-1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectToOtherKeysIsNotFollowed(int status) {
        answer(CONFIGURATION, 200, Map.of(), configuration());
        answer(KEYS, status, Map.of("Location", other.address() + KEYS), "");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("answers with status " + status);
        assertThat(other.keyFetches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectToAnotherConfigurationIsNotFollowed(int status) {
        other.keysAt(address() + KEYS);
        answer(CONFIGURATION, status, Map.of("Location", other.address() + CONFIGURATION), "");
        answer(KEYS, 200, Map.of(), "{\"keys\":[" + other.published().get(0).toJSONString() + "]}");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("answers with status " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/keys", "http://a@127.0.0.1:1/keys", "file:///etc/passwd", "//127.0.0.1/keys"
            })
    void aKeySetAtAnotherOriginIsNotFetched(String elsewhere) {
        answer(CONFIGURATION, 200, Map.of(), "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + elsewhere + "\"}");
        assertThatThrownBy(this::fetch).hasMessageContaining("leads away from");
    }
}
