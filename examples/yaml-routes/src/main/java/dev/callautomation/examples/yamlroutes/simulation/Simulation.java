package dev.callautomation.examples.yamlroutes.simulation;

import java.io.PrintStream;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.ContactCenterScenarios;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/** Runs the routes against a simulator and the stubs. */
public final class Simulation implements AutoCloseable {

    private final StubCrm crm;
    private final StubTicketSystem tickets;
    private final SimulatorSetup setup = SimulatorSetup.start(SimulatorOptions.defaults());
    private final int port = SimulatorSetup.freePort();

    public Simulation(StubCrm crm, StubTicketSystem tickets) {
        this.crm = crm;
        this.tickets = tickets;
    }

    CallAutomationSimulator simulator() {
        return setup.simulator();
    }

    /** Whether all calls went as expected. */
    public boolean run(PrintStream out, boolean keepRunning) throws Exception {
        Main camel = camel();
        camel.start();
        try {
            announceCalls();
            ContactCenterScenarios scenarios = new ContactCenterScenarios(simulator(), crm, tickets, out);
            boolean passed = scenarios.play();
            if (keepRunning) {
                scenarios.keepRunning(port, "");
            }
            return passed;
        } finally {
            camel.stop();
        }
    }

    /** The application, not started. */
    Main camel() {
        Main camel = new Main();
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        camel.addInitialProperty("simulation.crm", crm.uri().toString());
        camel.addInitialProperty("simulation.tickets", tickets.uri().toString());
        return camel;
    }

    /** To the application that has been started. */
    void announceCalls() {
        setup.deliverTo(port, "IncomingCall");
    }

    @Override
    public void close() {
        setup.close();
    }
}
