package dev.callautomation.camel.test;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Reaction;

/** Properties of an application on camel-main that would need Azure are replaced; the order of the annotations is free. */
@CamelMainTest(
        configurationClasses = CamelMainTestTest.Application.class,
        propertyPlaceholderFileName = "production.properties",
        shutdownTimeout = 1)
@CallAutomationTest
class CamelMainTestTest {

    public static class Application implements CamelConfiguration {

        @Override
        public void configure(CamelContext context) throws Exception {
            context.addRoutes(new MenuRoutes());
        }
    }

    @Test
    void aCallerWhoChoosesSalesIsTransferred(CallAutomationSimulator simulator) {
        simulator.phone(MenuRoutes.CALLER).script(Reaction.hearing("sales").press("1"));
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);

        simulator.await(call).event("CallTransferAccepted");
    }
}
