package dev.callautomation.examples.reception;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissingSettingIT {

    @Test
    void messageNamesTheProperty() throws Exception {
        try (ReceptionScenario scenario = ReceptionScenario.start();
                QuarkusApplication application = QuarkusApplication.launch(
                        scenario, Map.of("camel.component.callautomation.credentialType", "ACCESS_KEY"))) {
            assertThat(application.awaitEnd()).as("exit code").isEqualTo(1);

            assertThat(application.log())
                    .anyMatch(line -> line.contains("missing; set camel.component.callautomation.accessKey"));
        }
    }
}
