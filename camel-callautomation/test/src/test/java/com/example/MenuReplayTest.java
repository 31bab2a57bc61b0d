package com.example;

import java.nio.file.Path;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.camel.test.CallReplay;
import dev.callautomation.camel.test.RecordedCall;
import dev.callautomation.simulator.CallAutomationSimulator;

@CallAutomationTest
class MenuReplayTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new MenuRoute();
    }

    @Test
    void aRecordedCallerIsTransferredToSales(CallAutomationSimulator simulator) {
        RecordedCall call = RecordedCall.read(Path.of("src/test/resources/calls/sales.jsonl"))
                .with("+14255557002", "+18005550100")
                .with("+14255557003", "+18005550199");

        CallReplay.of(call).run(simulator);
    }
}
