package dev.callautomation.examples.camelk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.reception.ReceptionScenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the Integration {@code reception}, with the properties that it mounts. */
class ReceptionTest {

    private final Example example = new Example();
    private final Manifest integration = example.manifest("Integration", "reception");
    private final ReceptionScenario scenario = ReceptionScenario.start();

    @TempDir
    Path folder;

    private Main camel;

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
        scenario.close();
    }

    @Test
    void routesAreThoseOfTheFile() throws IOException {
        String file = Files.readString(Path.of("..", "reception", "reception.camel.yaml"));

        assertThat(integration.at("/spec/flows")).isEqualTo(Manifest.parse(file));
    }

    @Test
    void callersReachWhomTheyChoose() {
        Map<String, String> addresses = new HashMap<>(scenario.properties());
        String issuer = addresses.remove("camel.component.callautomation.callbackIssuer");
        camel = example.application(integration, addresses, scenario.port(), folder);
        camel.addInitialProperty("camel.component.callautomation.callbackIssuer", issuer);
        camel.start();
        scenario.announceCalls();

        scenario.all();
    }
}
