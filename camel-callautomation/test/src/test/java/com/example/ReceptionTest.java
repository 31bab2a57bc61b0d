package com.example;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;

/** Calls the application on a simulator of the service. */
@CallAutomationTest
class ReceptionTest {

    private final Main main = Application.create();

    @BeforeEach
    void start() {
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aCallerIsAnswered(CallAutomationSimulator simulator) {
        String call = simulator.phone("+14255550123").call("+18005550100");

        simulator.await(call).event("CallConnected");
    }
}
