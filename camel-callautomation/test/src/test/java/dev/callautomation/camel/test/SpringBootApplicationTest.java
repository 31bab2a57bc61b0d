package dev.callautomation.camel.test;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings of production, which cannot be resolved here, are replaced. */
@SpringBootTest(
        classes = SpringApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.callautomation.connection-string=${NO_SUCH_CONNECTION_STRING}",
            "camel.component.callautomation.callback-uri=${NO_SUCH_URL}",
            "camel.component.callautomation.resource-id=${NO_SUCH_ID}",
            "camel.component.callautomation.event-grid-secret=${NO_SUCH_SECRET}"
        })
@CallAutomationTest
class SpringBootApplicationTest {

    @Autowired
    private CallAutomationSimulator simulator;

    private CallAutomationSimulator alsoWithoutAutowired;

    @LocalServerPort
    private int port;

    @Test
    void aCallerWhoChoosesSalesIsTransferred() {
        simulator.phone(MenuRoutes.CALLER).script(Reaction.hearing("sales").press("1"));
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        assertThat(simulator.expectRequest("transferToParticipant", call).text("targetParticipant/phoneNumber/value"))
                .isEqualTo(MenuRoutes.SALES);
        simulator.await(call).event("CallTransferAccepted");
    }

    @Test
    void eachTestHasACleanSimulator(CallAutomationSimulator parameter, @Autowired CallAutomationSimulator bean) {
        assertThat(parameter).isSameAs(simulator).isSameAs(bean).isSameAs(alsoWithoutAutowired);
        assertThat(simulator.calls()).isEmpty();

        simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.phone(MenuRoutes.CALLER).heard("for sales");
        simulator.phone(MenuRoutes.CALLER).hangUp();
    }

    @Test
    void eventsGoToThePortOfTheWebServer(@Autowired CamelContext camel) {
        assertThat(camel.getComponent("callautomation", CallAutomationComponent.class)
                        .getConfiguration()
                        .getCallbackUri())
                .isEqualTo("http://localhost:" + port + "/callautomation/events");
    }

    @Nested
    class InANestedClass {

        @Test
        void theSimulatorIsThatOfTheClassAround(CallAutomationSimulator same) {
            assertThat(same).isSameAs(simulator);
            same.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
            same.phone(MenuRoutes.CALLER).heard("for sales");
            same.phone(MenuRoutes.CALLER).hangUp();
        }
    }
}
