package dev.callautomation.examples.contactcenter.simulation;

import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.contactcenter.ContactCenterApplication;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;

/** The application with its simulator and stubs, for phones that a test operates. */
public final class TestApplication implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    public TestApplication(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("--simulation.run-calls=false", "--camel.main.shutdown-timeout=1"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        context = SpringApplication.run(ContactCenterApplication.class, all);
        context.getBean(SimulatorSetup.class)
                .deliverTo(
                        context.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                        "IncomingCall");
    }

    CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    public CallAutomationSimulator simulator() {
        return context.getBean(SimulatorSetup.class).simulator();
    }

    public StubCrm crm() {
        return context.getBean(StubCrm.class);
    }

    public StubTicketSystem tickets() {
        return context.getBean(StubTicketSystem.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
