package com.example;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@CallAutomationTest
class MenuApplicationTest {

    @Test
    void aCallerWhoPresses1IsTransferredToSales(CallAutomationSimulator simulator) {
        simulator.phone("+14255550123").script(Reaction.hearing("for sales").press("1"));

        String call = simulator.phone("+14255550123").call("+18005550100");

        var transfer = simulator.expectRequest("transferToParticipant", call);
        assertThat(transfer.text("targetParticipant/phoneNumber/value")).isEqualTo("+18005550199");
        simulator.await(call).event("CallTransferAccepted");
    }

    @Test
    void aCallerWhoSaysNothingHearsAGoodbye(CallAutomationSimulator simulator) {
        String call = simulator.phone("+14255550123").call("+18005550100");

        simulator.await(call).event("RecognizeFailed");
        simulator.phone("+14255550123").heard("call again later");
        simulator.await(call).ended();
    }

    @Test
    void aCallerHearsAGoodbyeWhenSalesIsBusy(CallAutomationSimulator simulator) {
        simulator.phone("+14255550123").script(Reaction.hearing("for sales").press("1"));
        simulator.phone("+18005550199").behaviour(PhoneBehaviour.BUSY);

        String call = simulator.phone("+14255550123").call("+18005550100");

        assertThat(simulator.await(call).event("CallTransferFailed").detail("subCode"))
                .isEqualTo("560486");
        simulator.phone("+14255550123").heard("call again later");
        simulator.await(call).ended();
    }
}
