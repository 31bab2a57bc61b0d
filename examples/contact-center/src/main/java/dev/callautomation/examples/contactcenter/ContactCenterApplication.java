package dev.callautomation.examples.contactcenter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.contactcenter.local.LocalRun;

/**
 * A contact centre. By default it plays two calls against a simulated service and ends; with the profile {@code azure} it
 * takes real ones until it is stopped.
 */
@SpringBootApplication
public class ContactCenterApplication {

    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(ContactCenterApplication.class, args);
        context.getBeanProvider(LocalRun.class).ifAvailable(run -> System.exit(SpringApplication.exit(context)));
    }
}
