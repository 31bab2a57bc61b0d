package com.example;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Reaction;

@CallAutomationTest
class MenuRouteTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new MenuRoute();
    }

    @Test
    void aCallerWhoPresses1IsTransferredToSales(CallAutomationSimulator simulator) {
        simulator.phone("+14255550123").script(Reaction.hearing("for sales").press("1"));

        String call = simulator.phone("+14255550123").call("+18005550100");

        simulator.await(call).event("CallTransferAccepted");
    }
}
