package com.example;

import java.io.IOException;
import java.net.ServerSocket;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls the application on a simulator of the service. */
@ExtendWith(CallAutomationSimulatorExtension.class)
class ReceptionTest {

    private static final String SECRET = "a-secret-for-event-grid";

    private Main main;

    @BeforeEach
    void start(CallAutomationSimulator simulator) throws Exception {
        int port = freePort();
        main = Application.create();
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.addOverrideProperty("camel.component.callautomation.connectionString", simulator.connectionString());
        main.addOverrideProperty("camel.component.callautomation.callbackUri", "http://localhost:" + port);
        main.addOverrideProperty("camel.component.callautomation.resourceId", simulator.resourceId());
        main.addOverrideProperty(
                "camel.component.callautomation.callbackIssuer",
                simulator.issuer().toString());
        main.addOverrideProperty("camel.component.callautomation.eventGridSecret", SECRET);
        main.start();
        simulator.subscribe(
                EventGridSubscription.to("http://localhost:" + port + "/callautomation/events?code=" + SECRET));
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aCallerIsAnswered(CallAutomationSimulator simulator) {
        String call = simulator.phone("+14255550123").call("+18005550100");

        await().untilAsserted(() ->
                assertThat(simulator.call(call).orElseThrow().state()).isEqualTo(CallState.CONNECTED));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
