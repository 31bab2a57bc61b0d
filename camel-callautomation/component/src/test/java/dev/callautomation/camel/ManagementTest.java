package dev.callautomation.camel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The management server of camel-main: readiness while the simulator, which has the keys, is stopped, and the dev console. */
class ManagementTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SimulatorOptions options = SimulatorOptions.defaults().withAccessKey("c2VjcmV0LXNlY3JldA==");
    private CallAutomationSimulator simulator;
    private Main main;

    @BeforeEach
    void start() throws Exception {
        simulator = CallAutomationSimulator.start(options);
        main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addProperty("camel.server.enabled", "true");
        main.addProperty("camel.server.host", "127.0.0.1");
        main.addProperty("camel.server.port", "0");
        main.addProperty("camel.management.enabled", "true");
        main.addProperty("camel.management.healthCheckEnabled", "true");
        main.addProperty("camel.management.host", "127.0.0.1");
        main.addProperty("camel.management.port", String.valueOf(freePort()));
        main.addProperty("camel.management.devConsoleEnabled", "true");
        main.addProperty("camel.main.devConsoleEnabled", "true");
        main.addProperty("camel.health.exposureLevel", "full");
        main.addProperty("camel.health.producersEnabled", "true");
        main.addProperty("camel.component.callautomation.connectionString", simulator.connectionString());
        main.addProperty("camel.component.callautomation.resourceId", simulator.resourceId());
        main.addProperty(
                "camel.component.callautomation.callbackIssuer",
                simulator.issuer().toString());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").routeId("calls").to("callautomation:hangUp");
            }
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        main.stop();
        simulator.close();
    }

    private HttpResponse<String> readiness() throws Exception {
        return get("/observe/health/ready");
    }

    private String body() throws Exception {
        // slashes are escaped
        return readiness().body().replace("\\", "");
    }

    private HttpResponse<String> get(String path) throws Exception {
        int port = main.getCamelContext().hasService(ManagementHttpServer.class).getPort();
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void readinessIsDownWithTheReasonsUntilTheSimulatorIsBack() throws Exception {
        main.start();
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(200));
        assertThat(readiness().body())
                .contains("callautomation-callback", "callautomation-keys", "producer:callautomation-localhost");

        int port = simulator.uri().getPort();
        simulator.close();
        await().untilAsserted(() -> assertThat(body())
                .contains("The keys of " + simulator.issuer() + " cannot be fetched")
                .contains("The service does not accept requests"));
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(readiness().body()).doesNotContain("c2VjcmV0LXNlY3JldA");

        simulator = CallAutomationSimulator.start(options.withPort(port));
        await().untilAsserted(() -> assertThat(readiness().statusCode()).isEqualTo(200));
    }

    @Test
    void theDevConsoleIsServed() throws Exception {
        main.start();
        assertThat(get("/q/dev/callautomation").body())
                .contains("Component callautomation", "Callback path: /callautomation/events, receiving");
    }

    @Test
    void theCheckOfKeysIsExcludedByAProperty() throws Exception {
        main.addProperty("camel.health.exclude-pattern", "callautomation-keys");
        main.addProperty("camel.health.producersEnabled", "false");
        simulator.close();
        main.start();
        assertThat(readiness().statusCode()).as(body()).isEqualTo(200);
        assertThat(body()).contains("callautomation-callback");
    }

    @Test
    void withoutHealthChecksTheApplicationIsReady() throws Exception {
        main.addProperty("camel.health.enabled", "false");
        simulator.close();
        main.start();
        assertThat(body()).doesNotContain("callautomation-keys", "DOWN");
    }
}
