package org.example.reception;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@CallAutomationTest
class ReceptionTest {

    @Test
    void aCallIsAnswered(CallAutomationSimulator simulator) {
        String call = simulator.phone("+14255550123").call("+18005550100");

        simulator.await(call).event("CallConnected");
    }
}
