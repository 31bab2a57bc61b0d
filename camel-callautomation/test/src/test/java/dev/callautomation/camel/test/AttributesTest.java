package dev.callautomation.camel.test;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Options of the simulator, types of events, and a context that the tests of a class share and extend. */
@CallAutomationTest(
        options = AttributesTest.VirtualTime.class,
        eventGrid = {})
@TestInstance(Lifecycle.PER_CLASS)
class AttributesTest {

    static class VirtualTime implements Supplier<SimulatorOptions> {

        @Override
        public SimulatorOptions get() {
            return SimulatorOptions.defaults().withVirtualTime(true).withAwait(Duration.ofSeconds(60));
        }
    }

    private static CallAutomationSimulator simulator;

    private final CamelContext context = new DefaultCamelContext();

    @BeforeAll
    void start() throws Exception {
        context.start();
        context.addRoutes(new MenuRoutes());
    }

    @AfterAll
    void stop() {
        context.stop();
    }

    @Test
    void routesThatAreAddedLaterReceiveCallsAndTimeStandsStill() {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.expectRequest("answerCall", call);
        simulator.await(call).until("the answer has been accepted", snapshot -> simulator
                .timelines()
                .contains("answerCall -> 200"));
        simulator.advance(Duration.ofSeconds(1));

        simulator.await(call).event("CallConnected");
    }

    @Test
    void allTypesOfEventsAreDelivered() throws Exception {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.await(call).event("IncomingCall");
        simulator.expectRequest("answerCall", call);
        simulator.advance(Duration.ofSeconds(1));

        assertThat(simulator.await(call).event("CallStarted").to()).isEqualTo("application");
    }
}
