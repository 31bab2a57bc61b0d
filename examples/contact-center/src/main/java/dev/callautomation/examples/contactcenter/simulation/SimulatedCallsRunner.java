package dev.callautomation.examples.contactcenter.simulation;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.support.ContactCenterScenarios;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;

/** Plays scenarios of two calls when the application has started; with {@code --keep-running} it stays up after them. */
@Component
@Profile("!azure")
@ConditionalOnProperty("simulation.run-calls")
public class SimulatedCallsRunner implements ApplicationRunner, ExitCodeGenerator {

    private static final String MONITORING = """
            See the application's health, its metrics, and its calls in progress:
              curl http://localhost:%1$s/actuator/health
              curl http://localhost:%1$s/actuator/metrics/camel.callautomation.operations
              curl http://localhost:%1$s/actuator/prometheus
              curl http://localhost:%1$s/actuator/camel/callautomation
            """;

    private final SimulatorSetup setup;
    private final StubCrm crm;
    private final StubTicketSystem tickets;
    private final Environment environment;

    private boolean passed;

    SimulatedCallsRunner(SimulatorSetup setup, StubCrm crm, StubTicketSystem tickets, Environment environment) {
        this.setup = setup;
        this.crm = crm;
        this.tickets = tickets;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        setup.deliverTo(port, "IncomingCall");
        ContactCenterScenarios scenarios = new ContactCenterScenarios(setup.simulator(), crm, tickets, System.out);
        passed = scenarios.play();
        if (arguments.containsOption("keep-running")) {
            scenarios.keepRunning(port, MONITORING.formatted(environment.getProperty("local.management.port")));
        }
    }

    @Override
    public int getExitCode() {
        return passed ? 0 : 1;
    }
}
