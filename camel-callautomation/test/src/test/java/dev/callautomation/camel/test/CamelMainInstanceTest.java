package dev.callautomation.camel.test;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** A test starts the application itself, with the settings of production. */
@CallAutomationTest
class CamelMainInstanceTest {

    private final Main main = new Main();

    @BeforeEach
    void start() {
        main.setPropertyPlaceholderLocations("classpath:production.properties");
        main.configure().addRoutesBuilder(new MenuRoutes());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void theApplicationListensOnAFreePortAndCallsArrive(CallAutomationSimulator simulator) {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.await(call).event("CallConnected");
        CallAutomationComponent component =
                main.getCamelContext().getComponent("callautomation", CallAutomationComponent.class);
        assertThat(component.getConfiguration().getCallbackUri())
                .matches("http://localhost:\\d+/callautomation/events")
                .doesNotContain("8080");
        assertThat(component.getConfiguration().getResourceId()).isEqualTo(simulator.resourceId());
        simulator.phone(MenuRoutes.CALLER).hangUp();
    }
}
