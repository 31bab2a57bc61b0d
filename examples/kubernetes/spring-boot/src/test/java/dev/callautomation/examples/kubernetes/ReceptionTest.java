package dev.callautomation.examples.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.Probes;
import dev.callautomation.examples.reception.ReceptionScenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application on Spring Boot, with the probes of its manifest. A queue in memory stands for Kafka. */
class ReceptionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ReceptionScenario scenario = ReceptionScenario.start();
    private final int managementPort = ReceptionScenario.freePort();
    private final Probes probes =
            new Probes(Manifest.read(Path.of("..", "spring-boot.yaml")).get(0), managementPort);

    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        Map<String, Object> properties = new HashMap<>(scenario.properties());
        properties.put("server.port", scenario.port());
        properties.put("management.server.port", managementPort);
        properties.put("camel.main.shutdown-timeout", 1);
        properties.put("camel.component.callautomation.relay-to-uri", "seda:call-relay?multipleConsumers=true");
        properties.put("camel.component.callautomation.relay-from-uri", "seda:call-relay?multipleConsumers=true");
        properties.put("NODE", "reception-1");
        properties.put("CONTEXT_HEADERS_KEY", "REPLACE-by-a-random-key");
        SpringApplication spring = new SpringApplication(Reception.class);
        application = spring.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        application.close();
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

        application.getBean(CamelContext.class).getRouteController().stopRoute("answer");

        await().atMost(DEADLINE).until(() -> probes.status("readiness") == 503);
        assertThat(probes.status("liveness")).isEqualTo(200);
    }
}
