package dev.callautomation.examples.contactcenter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.contactcenter.simulation.SimulatedCallsRunner;

/**
 * A contact center. By default it runs two simulated calls and ends; with the profile {@code azure} it takes real calls
 * until it is stopped.
 */
@SpringBootApplication
public class ContactCenterApplication {

    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(ContactCenterApplication.class, args);
        context.getBeanProvider(SimulatedCallsRunner.class)
                .ifAvailable(run -> System.exit(SpringApplication.exit(context)));
    }
}
