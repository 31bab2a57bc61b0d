package dev.callautomation.examples.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.reception.ReceptionScenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application on camel-main, with the probes of its manifest. A queue in memory stands for Kafka. */
class ReceptionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Manifest deployment =
            Manifest.read(Path.of("..", "camel-main.yaml")).get(0);
    private final ReceptionScenario scenario = ReceptionScenario.start();
    private final int managementPort = freePort();
    private final Main camel = new Main();

    @BeforeEach
    void start() {
        scenario.properties().forEach(camel::addOverrideProperty);
        camel.addOverrideProperty("camel.server.port", String.valueOf(scenario.port()));
        camel.addOverrideProperty("camel.management.port", String.valueOf(managementPort));
        camel.addOverrideProperty("camel.main.shutdownTimeout", "1");
        camel.addOverrideProperty(
                "camel.component.callautomation.relayToUri", "seda:call-relay?multipleConsumers=true");
        camel.addOverrideProperty(
                "camel.component.callautomation.relayFromUri", "seda:call-relay?multipleConsumers=true");
        camel.addInitialProperty("NODE", "reception-1");
        camel.addInitialProperty("CONTEXT_HEADERS_KEY", "REPLACE-by-a-random-key");
        camel.addInitialProperty("KAFKA", "localhost:9092");
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        scenario.close();
    }

    @Test
    void callersReachWhomTheyChoose() {
        scenario.announceCalls();

        scenario.all();
    }

    @Test
    void probesTellWhetherThePodReceivesEvents() throws Exception {
        await().atMost(DEADLINE).until(() -> status("readiness") == 200);
        assertThat(status("liveness")).isEqualTo(200);
        assertThat(status("startup")).isEqualTo(200);

        camel.getCamelContext().getRouteController().stopRoute("answer");

        await().atMost(DEADLINE).until(() -> status("readiness") == 503);
        assertThat(status("liveness")).isEqualTo(200);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(String probe) throws Exception {
        String path = deployment
                .at("/spec/template/spec/containers/0/" + probe + "Probe/httpGet/path")
                .asText();
        URI uri = URI.create("http://localhost:" + managementPort + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
