package dev.callautomation.camel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.internal.security.RefusalKind;
import dev.callautomation.camel.internal.security.TokenDraft;
import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Which upgrade requests open a WebSocket of camel-undertow. */
class UpgradeAuthenticationTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration DAY = Duration.ofHours(24);

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final TokenServer tokens = new TokenServer().start();
    private final Queue<String> frames = new ConcurrentLinkedQueue<>();
    private DefaultCamelContext context;
    private CallAutomationComponent component;
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.stop();
        }
        tokens.close();
    }

    private void start() throws Exception {
        start(options -> {
            options.setResourceId(TokenServer.RESOURCE);
            options.setCallbackIssuer(tokens.address());
        });
    }

    private void start(Consumer<CallAutomationConfiguration> options) throws Exception {
        context = new DefaultCamelContext();
        component = new CallAutomationComponent();
        options.accept(component.getConfiguration());
        context.addComponent("callautomation", component);
        context.addComponent("undertow", new AuthenticatedUndertowComponent());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("undertow:ws://localhost:" + port + "/audio")
                        .routeId("audio")
                        .process(exchange -> frames.add(exchange.getMessage().getBody(String.class)))
                        .to("undertow:ws://localhost:" + port + "/audio");
                from("undertow:http://localhost:" + port + "/plain").setBody(constant("plain"));
            }
        });
        context.start();
    }

    private TokenDraft token() {
        return tokens.token().valid(Duration.ZERO, DAY);
    }

    private CompletableFuture<WebSocket> open(String query, Queue<String> heard, String... authorization) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (String value : authorization) {
            builder.header("Authorization", value);
        }
        return builder.buildAsync(URI.create("ws://localhost:" + port + "/audio" + query), new Listener(heard));
    }

    /** The status of an upgrade request; 101 if the WebSocket was opened. */
    private int status(String query, String... authorization) {
        try {
            open(query, new ConcurrentLinkedQueue<>(), authorization).join().abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private int status(TokenDraft token) {
        return status("", "Bearer " + token.sign());
    }

    @Test
    void theTokenOfTheServiceOpensTheWebSocket() throws Exception {
        start();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        WebSocket socket = open("", heard, "Bearer " + token().sign()).join();
        socket.sendText("one", true).join();
        socket.sendText("two", true).join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("one", "two"));
        assertThat(frames).containsExactly("one", "two");
        assertThat(status("", "bearer " + token().sign()))
                .as("scheme in lower case")
                .isEqualTo(101);
        assertThat(status(tokens.token())).as("5 minutes").isEqualTo(101);
    }

    @Test
    void deliveriesAreAuthenticatedByTheKeysThatWebSocketsHaveFetched() throws Exception {
        start();
        await().untilAsserted(() -> assertThat(status(token())).isEqualTo(101));
        tokens.close();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("log:events");
            }
        });
        int events = context.hasService(VertxPlatformHttpServer.class).getPort();
        HttpRequest delivery = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + events + "/callautomation/events"))
                .header("Authorization", tokens.authorization())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HTTP.send(delivery, HttpResponse.BodyHandlers.discarding()).statusCode())
                .as("no content type, which is looked at once the sender is authenticated")
                .isEqualTo(415);
    }

    @Test
    void otherRequestsOpenNoWebSocket() throws Exception {
        start();
        String right = token().sign();
        assertThat(status("")).as("no token").isEqualTo(401);
        assertThat(status(token().audience("0e3c1cb4-44d6-4b5b-9a3e-0a0f7a5d9d11")))
                .as("audience")
                .isEqualTo(401);
        assertThat(status(token().issuer("https://other-issuer.example")))
                .as("issuer")
                .isEqualTo(401);
        assertThat(status(tokens.token().valid(Duration.ofHours(-25), Duration.ofHours(-1))))
                .as("expired")
                .isEqualTo(401);
        assertThat(status(tokens.token().valid(Duration.ofHours(1), DAY)))
                .as("not yet valid")
                .isEqualTo(401);
        assertThat(status(tokens.token().valid(Duration.ZERO, Duration.ofHours(26))))
                .as("lifetime")
                .isEqualTo(401);
        assertThat(status(token().key(TokenServer.newKey("key-1"))))
                .as("signature")
                .isEqualTo(401);
        assertThat(status("", "Bearer " + token().unsigned())).as("unsigned").isEqualTo(401);
        assertThat(status("", "Bearer " + token().signWithPublicKey()))
                .as("HMAC")
                .isEqualTo(401);
        assertThat(status("?access_token=" + right)).as("query").isEqualTo(401);
        assertThat(status("?token=" + right)).as("query").isEqualTo(401);
        assertThat(status("", "Basic " + right)).as("scheme").isEqualTo(401);
        assertThat(status("", "Bearer " + right, "Bearer " + right)).as("two").isEqualTo(401);
        assertThat(frames).isEmpty();
        assertThat(log.messages())
                .anyMatch(line -> line.startsWith(
                        "The upgrade request of a WebSocket was refused with status 401: " + "it has no token"))
                .noneMatch(line -> line.contains(right));
        assertThat(component.counts().refusedByReason())
                .containsKeys(RefusalKind.NO_CREDENTIAL, RefusalKind.OTHER_RECEIVER);
    }

    @Test
    void routesThatAreStartedAgainAreAuthenticatedAsBefore() throws Exception {
        start();
        context.getRouteController().stopRoute("audio");
        context.getRouteController().startRoute("audio");
        assertThat(status("")).isEqualTo(401);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        open("", heard, "Bearer " + token().sign())
                .join()
                .sendText("again", true)
                .join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("again"));
    }

    @Test
    void theOptionsOfTheLastStartApply() throws Exception {
        start();
        assertThat(status(token())).isEqualTo(101);
        component.stop();
        component.getConfiguration().setResourceId("0e3c1cb4-44d6-4b5b-9a3e-0a0f7a5d9d11");
        tokens.rotate();
        component.start();
        assertThat(status(token())).as("the resource before").isEqualTo(401);
        assertThat(status(token().audience("0e3c1cb4-44d6-4b5b-9a3e-0a0f7a5d9d11")))
                .as("by keys that were fetched after the start")
                .isEqualTo(101);
    }

    @Test
    void webSocketsWithoutAuthenticationAreReportedOnce() throws Exception {
        context = new DefaultCamelContext();
        component = new CallAutomationComponent();
        component.getConfiguration().setResourceId(TokenServer.RESOURCE);
        component.getConfiguration().setCallbackIssuer(tokens.address());
        component.getConfiguration().setConnectionString("endpoint=https://localhost/;accesskey=a2V5");
        context.addComponent("callautomation", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:answer").to("callautomation:answerCall?mediaStreamingUrl=wss://streams.example.com/audio");
                from("direct:connect").to("callautomation:connectCall?transcriptionUrl=wss://streams.example.com/text");
                from("undertow:ws://localhost:" + port + "/audio").to("log:audio");
            }
        });
        context.start();
        assertThat(log.messages())
                .filteredOn(line -> line.contains("AuthenticatedUndertowComponent"))
                .hasSize(1);
    }

    @Test
    void servicesOfTheRestDslAreRefused() throws Exception {
        start();
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        restConfiguration()
                                .component("undertow")
                                .host("localhost")
                                .port(port);
                        rest("/customers").get().to("mock:customers");
                    }
                }))
                .hasStackTraceContaining("REST services are not authenticated");
    }

    @Test
    void otherEndpointsOfTheServerNeedTheTokenToo() throws Exception {
        start();
        URI plain = URI.create("http://localhost:" + port + "/plain");
        HttpResponse<String> refused =
                HTTP.send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refused.body()).isEmpty();
        HttpRequest request = HttpRequest.newBuilder(plain)
                .header("Authorization", "Bearer " + token().sign())
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("plain");
    }

    @Test
    void requestsWaitForKeysWithoutAThread() throws Exception {
        CountDownLatch held = tokens.hold();
        start();
        // more than the I/O threads of the server
        List<CompletableFuture<WebSocket>> upgrades = IntStream.range(0, 40)
                .mapToObj(i -> open("", new ConcurrentLinkedQueue<>(), "Bearer " + token().sign()))
                .toList();
        assertThat(status("")).isEqualTo(401);
        assertThat(upgrades).noneMatch(CompletableFuture::isDone);
        held.countDown();
        upgrades.forEach(upgrade -> upgrade.join().abort());
    }

    @Test
    void theServerIsNotAvailableWithoutKeys() throws Exception {
        tokens.keysAre("no keys");
        start();
        assertThat(status(token())).isEqualTo(503);
    }

    @Test
    void aRouteDoesNotStartIfTheAuthenticationIsNotConfigured() {
        assertThatThrownBy(() -> start(options -> options.setEventGridSecret("a-secret-of-event-grid")))
                .hasStackTraceContaining(
                        "The upgrade requests of WebSockets are authenticated by tokens of the service")
                .hasStackTraceContaining("resourceId");
    }

    @Test
    void withoutAuthenticationTheSecretIsRequiredIfThereIsOne() throws Exception {
        start(options -> {
            options.setCallbackAuthentication(CallbackAuthentication.NONE);
            options.setCallbackSecret("a-secret-of-callbacks");
            options.setEventGridSecret("a-secret-of-event-grid");
        });
        assertThat(status("")).isEqualTo(401);
        assertThat(status("?code=a-secret-of-event-grid")).isEqualTo(401);
        assertThat(status("?callbackSecret=a-secret-of-callbacks")).isEqualTo(101);
        component.getConfiguration().setCallbackSecret("another-secret-of-callbacks");
        assertThat(status("?callbackSecret=a-secret-of-callbacks"))
                .as("it was changed")
                .isEqualTo(401);
        component.getConfiguration().setCallbackSecret(null);
        assertThat(status("")).isEqualTo(101);
        assertThat(log.messages()).anyMatch(line -> line.contains("any sender that can connect to a WebSocket"));
    }

    @Test
    void oneLineOfPropertiesIsEnough() throws Exception {
        Main main = new Main();
        main.addInitialProperty(
                "camel.beans.undertow", "#class:dev.callautomation.camel.AuthenticatedUndertowComponent");
        main.addInitialProperty("camel.component.undertow.muteException", "true");
        // other tests have a file of the default name
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty("camel.component.callautomation.resourceId", TokenServer.RESOURCE);
        main.addInitialProperty("camel.component.callautomation.callbackIssuer", tokens.address());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("undertow:ws://localhost:" + port + "/audio?fireWebSocketChannelEvents=true")
                        .setBody(header("websocket.eventType"))
                        .process(exchange -> frames.add(exchange.getMessage().getBody(String.class)));
            }
        });
        main.start();
        try {
            assertThat(status("")).isEqualTo(401);
            assertThat(status(token())).isEqualTo(101);
            await().untilAsserted(() -> assertThat(frames).containsExactly("1", "0"));
        } finally {
            main.stop();
        }
    }

    private record Listener(Queue<String> heard) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return null;
        }
    }
}
