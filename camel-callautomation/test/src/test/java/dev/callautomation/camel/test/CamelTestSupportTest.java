package dev.callautomation.camel.test;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes of a {@code CamelTestSupport} work with the simulator without further configuration. */
@CallAutomationTest
class CamelTestSupportTest extends CamelTestSupport {

    private CallAutomationSimulator simulator;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new MenuRoutes();
    }

    @Test
    void aCallerWhoChoosesSalesIsTransferred() {
        simulator.phone(MenuRoutes.CALLER).script(Reaction.hearing("sales").press("1"));
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        assertThat(simulator.expectRequest("transferToParticipant", call).text("targetParticipant/phoneNumber/value"))
                .isEqualTo(MenuRoutes.SALES);
        simulator.await(call).event("CallTransferAccepted");
    }

    @Test
    void eachTestHasACleanSimulatorAndAContextOfItsOwn(CallAutomationSimulator same) {
        assertThat(same).isSameAs(simulator);
        assertThat(simulator.calls()).isEmpty();

        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.phone(MenuRoutes.CALLER).heard("for sales");
        assertThat(simulator.await(call).event("IncomingCall").callId()).isEqualTo(call);
        simulator.phone(MenuRoutes.CALLER).hangUp();
        simulator.await(call).ended();
    }

    @Nested
    class InANestedClass {

        @Test
        void theSimulatorIsThatOfTheClassAround(CallAutomationSimulator same) {
            assertThat(same).isSameAs(simulator);
        }
    }
}
