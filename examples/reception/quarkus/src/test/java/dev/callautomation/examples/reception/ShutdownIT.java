package dev.callautomation.examples.reception;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.awaitility.Awaitility.await;

class ShutdownIT {

    /** During {@code quarkus.shutdown.delay} events are still received. */
    @Test
    void operationInFlightReceivesItsEvent() throws Exception {
        try (ReceptionScenario scenario = ReceptionScenario.start();
                QuarkusApplication application = QuarkusApplication.launch(
                        scenario,
                        Map.of(
                                "camel.main.routesIncludePattern", "file:src/test/routes/invite.camel.yaml",
                                "quarkus.shutdown.delay", "5m"))) {
            CallAutomationSimulator simulator = scenario.simulator();
            SimulatedPhone agent = simulator.phone("+18005550142").behaviour(PhoneBehaviour.MANUAL);
            application.awaitReady();
            scenario.announceCalls();
            simulator.phone("+14255550101").call("+18005550150");
            await().atMost(QuarkusApplication.LIMIT).until(() -> {
                simulator.advance(Duration.ofSeconds(1));
                return simulator.requests().stream()
                        .anyMatch(request -> request.operation().equals("addParticipant"));
            });
            agent.rings();
            application.terminate();
            await().atMost(QuarkusApplication.LIMIT)
                    .until(() -> application.ready().statusCode() == 503);

            agent.answer();

            application.awaitLine("The agent has joined");
        }
    }
}
