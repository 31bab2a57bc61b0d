package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostHeaderTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ConnectionPool pool(ServiceEndpoint endpoint) {
        return new ConnectionPool(vertx, new HttpClientOptions(), endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void theHostIsSentAsItIsSigned(String host) throws Exception {
        CompletableFuture<String> sent = new CompletableFuture<>();
        int port = vertx.createHttpServer()
                .requestHandler(request -> {
                    sent.complete(request.getHeader("Host"));
                    request.response().end();
                })
                .listen(0, host.replaceAll("[\\[\\]]", ""))
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .actualPort();
        CompletableFuture<String> signed = new CompletableFuture<>();
        AccessKeyCredential key = new AccessKeyCredential("c2VjcmV0");
        ServiceEndpoint endpoint = ServiceEndpoint.parse("http://" + host + ":" + port);
        CallAutomationClient client = new CallAutomationClient(
                vertx,
                HttpTransport.of(vertx, pool(endpoint), pool(endpoint)),
                endpoint,
                (method, path, authority, body) -> {
                    signed.complete(authority);
                    return key.authorize(method, path, authority, body);
                },
                new RetryPolicy(0, Duration.ZERO, Duration.ZERO),
                Duration.ofSeconds(10));

        client.send(
                        new ApiRequest(HttpMethod.GET, "/calls", Payload.NONE, null),
                        Deadline.after(Duration.ofSeconds(60)),
                        status -> {})
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);

        assertThat(sent).isCompletedWithValue(host + ":" + port);
        assertThat(signed).isCompletedWithValue(host + ":" + port);
    }
}
