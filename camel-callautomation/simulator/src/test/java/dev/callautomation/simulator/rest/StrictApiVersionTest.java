package dev.callautomation.simulator.rest;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class StrictApiVersionTest extends HttpScenario {

    StrictApiVersionTest() {
        super(SimulatorOptions.defaults().withStrictApiVersion(true));
    }

    @Test
    void aNewerVersionIsRefused() {
        Answer answer = client.send("GET", CALLS + "/none?api-version=2030-01-01", "", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains("2030-01-01", "2026-03-12");
    }

    @Test
    void theKnownVersionIsServed() {
        assertThat(client.get(CALLS + "/none").status()).isEqualTo(404);
    }
}
