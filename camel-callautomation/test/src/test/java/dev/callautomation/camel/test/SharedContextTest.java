package dev.callautomation.camel.test;

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** A test leaves nothing to the next one that uses its application context. */
class SharedContextTest {

    private static final AtomicInteger ACTIVE = new AtomicInteger();

    @Nested
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @CallAutomationTest
    class WithCallsThatGoOn {

        @RepeatedTest(2)
        void noRouteOfTheTestBeforeWaits(CallAutomationSimulator simulator, @Autowired CamelContext camel) {
            assertThat(camel.getInflightRepository().size()).isZero();

            simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

            simulator.phone(MenuRoutes.CALLER).heard("for sales");
            assertThat(camel.getInflightRepository().size()).isOne();
        }
    }

    @Nested
    @CallAutomationTest
    class WithoutCallbacks {

        @Test
        void aContextThatReceivesNothingStarts() throws Exception {
            CallAutomationComponent component = new CallAutomationComponent();
            component.setCallbackEnabled(false);
            CamelContext context = new DefaultCamelContext();
            context.addComponent("callautomation", component);
            context.addRoutes(new MenuRoutes());
            try {
                context.start();
                assertThat(context.isStarted()).isTrue();
            } finally {
                context.stop();
            }
        }
    }

    @Test
    void testsThatRunAtTheSameTimeUseTheSimulatorOneAfterAnother() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                .selectors(selectClass(Concurrent.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(3));
    }

    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @CallAutomationTest
    static class Concurrent {

        private static void answeredCall(CallAutomationSimulator simulator) {
            assertThat(ACTIVE.incrementAndGet()).isOne();
            String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
            simulator.await(call).event("CallConnected");
            assertThat(simulator.calls()).hasSize(1);
            assertThat(ACTIVE.decrementAndGet()).isZero();
        }

        @Test
        void first(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }

        @Test
        void second(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }

        @Test
        void third(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }
    }
}
