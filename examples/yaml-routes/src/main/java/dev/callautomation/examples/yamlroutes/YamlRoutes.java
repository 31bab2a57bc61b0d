package dev.callautomation.examples.yamlroutes;

import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.examples.yamlroutes.simulation.Simulation;

/**
 * Runs the routes in {@code camel/contact-center.camel.yaml}: with {@code --azure} for real calls until it is stopped,
 * otherwise for two simulated calls, with exit code 0 if they went as expected and 1 if not. With
 * {@code --keep-running} it stays up after those.
 */
public final class YamlRoutes {

    private YamlRoutes() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws Exception {
        try (StubCrm crm = StubCrm.start(0, PhoneBook.ADA, PhoneBook.BEN);
                StubTicketSystem tickets = StubTicketSystem.start(0)) {
            if (arguments.contains("--azure")) {
                Main camel = new Main();
                camel.addInitialProperty("simulation.crm", crm.uri().toString());
                camel.addInitialProperty("simulation.tickets", tickets.uri().toString());
                camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
                return camel.run(new String[0]);
            }
            try (Simulation simulation = new Simulation(crm, tickets)) {
                return simulation.run(System.out, arguments.contains("--keep-running")) ? 0 : 1;
            }
        }
    }
}
