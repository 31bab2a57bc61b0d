package dev.callautomation.examples.reception;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.KameletMain;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether routes have an HTTP server in the Camel CLI, which starts one when the component of platform-http is resolved, and none
 * if the routes need none. The class that runs the routes for the command {@code camel run} is the {@code KameletMain} here.
 */
class HttpServerTest {

    private static final int READ_TIMEOUT_MILLIS = 30_000;

    private static final String EVENTS = """
            - route:
                id: events
                from:
                  uri: callautomation:events
                  steps:
                    - log: event
            """;
    private static final String MORE_EVENTS = """
            - route:
                from:
                  uri: callautomation:events?type=CallDisconnected
                  steps:
                    - log: end
            """;
    private static final String HELLO = """
            - route:
                from:
                  uri: platform-http:/hello
                  steps:
                    - setBody:
                        constant: hello
            """;
    private static final String REST = """
            - rest:
                get:
                  - path: /hello
                    to: direct:hello
            - route:
                from:
                  uri: direct:hello
                  steps:
                    - setBody:
                        constant: hello
            """;
    private static final String OPERATIONS = """
            - route:
                from:
                  uri: direct:end
                  steps:
                    - to: callautomation:hangUp
                    - to: callautomation:play?lazyStartProducer=true&text=Goodbye
                    - toD: callautomation:${header.operation}
            """;
    private static final String WAITING = """
            - route:
                from:
                  uri: direct:call
                  steps:
                    - to: callautomation:createCall?awaitCompletion=true&target=+14255550123&sourceCallerIdNumber=+18005550100
            """;
    private static final String POLL = """
            - route:
                from:
                  uri: direct:poll
                  steps:
                    - pollEnrich:
                        simple: callautomation:events?type=CallConnected
                        timeout: 1
            """;
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: end-source
            spec:
              definition:
                title: End
                properties: {}
              template:
                from:
                  uri: callautomation:events?type=CallDisconnected
                  steps:
                    - to: kamelet:sink
            """;
    private static final String ROUTE_OF_KAMELET = """
            - route:
                from:
                  uri: kamelet:end-source
                  steps:
                    - log: end
            """;

    private final KameletMain camel = new KameletMain("reception");
    private final int port = ReceptionScenario.freePort();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVENTS,
                EVENTS + MORE_EVENTS,
                EVENTS + HELLO,
                HELLO + EVENTS,
                EVENTS + REST,
                REST + EVENTS,
                WAITING
            })
    void eventsAreReceived(String routes) throws Exception {
        start(routes);

        assertThat(receivesEvents()).isTrue();
    }

    @Test
    void eventsAreReceivedByAKamelet() throws Exception {
        Path folder = Files.createDirectories(Path.of("kamelets"));
        Files.writeString(folder.resolve("end-source.kamelet.yaml"), KAMELET);
        camel.addInitialProperty("camel.component.kamelet.location", "file:" + folder.toAbsolutePath());
        start(ROUTE_OF_KAMELET);

        assertThat(receivesEvents()).isTrue();
    }

    /** The CLI has only a server for the management then, on the port of the application. */
    @Test
    void eventsAreReceivedBesideTheHealthChecks() throws Exception {
        camel.addInitialProperty("camel.management.enabled", "true");
        camel.addInitialProperty("camel.management.port", String.valueOf(port));
        camel.addInitialProperty("camel.management.healthCheckEnabled", "true");
        start(EVENTS);

        assertThat(receivesEvents()).isTrue();
    }

    @Test
    void operationsNeedNoServer() throws Exception {
        start(OPERATIONS);

        assertThat(context().hasService(VertxPlatformHttpServer.class)).isNull();
    }

    /** As with {@code --dev}. */
    @Test
    void eventsAreReceivedByARouteThatIsAddedLater() throws Exception {
        start(OPERATIONS);
        PluginHelper.getRoutesLoader(context()).updateRoutes(ResourceHelper.fromString("routes.camel.yaml", EVENTS));

        assertThat(receivesEvents()).isTrue();
    }

    @Test
    void eventsAreReceivedByAPoll() throws Exception {
        start(POLL);
        context().createProducerTemplate().sendBody("direct:poll", "");

        assertThat(receivesEvents()).isTrue();
    }

    private CamelContext context() {
        return camel.getCamelContext();
    }

    private void start(String routes) throws IOException {
        // where the CLI keeps the port of the last run, which is that of the server
        Files.writeString(
                Files.createDirectories(Path.of(".camel-jbang")).resolve("camel-jbang-run.properties"),
                "camel.server.port=" + port + System.lineSeparator());
        Path file = Files.writeString(Path.of("routes.camel.yaml"), routes);
        camel.setDownload(false);
        camel.addInitialProperty("camel.main.routesIncludePattern", "file:" + file);
        Map.of(
                        "connectionString", "endpoint=http://localhost:1/;accesskey=c2VjcmV0",
                        "callbackUri", "http://localhost:" + port,
                        "callbackAuthentication", "none",
                        "callbackSecret", "secret-of-the-callback")
                .forEach((name, value) -> camel.addInitialProperty("camel.component.callautomation." + name, value));
        camel.start();
    }

    /** Whether a request without the secret is refused by its head: its body, which is announced, is never sent. */
    private boolean receivesEvents() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write(
                            ("POST /callautomation/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                            + "Content-Length: 100\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream response = socket.getInputStream();
            return new String(response.readNBytes("HTTP/1.1 401".length()), StandardCharsets.US_ASCII)
                    .equals("HTTP/1.1 401");
        }
    }
}
