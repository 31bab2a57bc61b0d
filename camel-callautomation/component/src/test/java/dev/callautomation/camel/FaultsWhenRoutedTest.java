package dev.callautomation.camel;

import java.util.stream.Stream;

import org.apache.camel.Exchange;

import dev.callautomation.simulator.fault.Fault;

/** Deliveries are acknowledged when routes have handled their events, and routes fail now and then. */
class FaultsWhenRoutedTest extends FaultScenario {

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setAcknowledge(AcknowledgeMode.ROUTED);
    }

    @Override
    void begin(Exchange exchange) {
        String event = exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID, String.class);
        if (stumbles(event)) {
            throw new PassingException();
        }
    }

    @Override
    void prepare() {
        // deliveries are put off by routes that fail
    }

    /** None: a route that waits for an answer, which waits for an event, which waits for this route, ends by a timeout. */
    @Override
    Stream<Fault> moreFaults() {
        return Stream.empty();
    }
}
