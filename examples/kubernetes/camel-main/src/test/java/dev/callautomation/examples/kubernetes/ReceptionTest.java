package dev.callautomation.examples.kubernetes;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.Probes;
import dev.callautomation.examples.reception.ReceptionScenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application on camel-main, with the probes of its manifest. A queue in memory stands for Kafka. */
class ReceptionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ReceptionScenario scenario = ReceptionScenario.start();
    private final int managementPort = ReceptionScenario.freePort();
    private final Probes probes =
            new Probes(Manifest.read(Path.of("..", "camel-main.yaml")).get(0), managementPort);
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
        await().atMost(DEADLINE).until(() -> probes.status("readiness") == 200);
        assertThat(probes.status("liveness")).isEqualTo(200);
        assertThat(probes.status("startup")).isEqualTo(200);

        camel.getCamelContext().getRouteController().stopRoute("answer");

        await().atMost(DEADLINE).until(() -> probes.status("readiness") == 503);
        assertThat(probes.status("liveness")).isEqualTo(200);
    }
}
