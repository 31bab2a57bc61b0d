package dev.callautomation.examples.contactcenter.simulation;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.SimulatorOptions;

/**
 * The simulator and the stubs. Their addresses become properties, which the settings refer to. The profile {@code azure} has
 * no simulator, and a stub only of a system whose address is not set.
 */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean
    @Profile("!azure")
    SimulatorSetup simulator(@Value("${simulation.simulator-port}") int port, ConfigurableEnvironment environment) {
        SimulatorSetup setup = SimulatorSetup.start(SimulatorOptions.defaults().withPort(port));
        environment.getPropertySources().addLast(new MapPropertySource("simulator", Map.copyOf(setup.properties())));
        return setup;
    }

    @Bean
    @ConditionalOnExpression("!environment.matchesProfiles('azure') or !environment.containsProperty('CRM_URL')")
    StubCrm crm(@Value("${simulation.crm-port}") int port, ConfigurableEnvironment environment) {
        StubCrm crm = StubCrm.start(port, PhoneBook.ADA, PhoneBook.BEN);
        environment.getPropertySources().addLast(property("simulation.crm", crm.uri()));
        return crm;
    }

    @Bean
    @ConditionalOnExpression("!environment.matchesProfiles('azure') or !environment.containsProperty('TICKETS_URL')")
    StubTicketSystem tickets(@Value("${simulation.tickets-port}") int port, ConfigurableEnvironment environment) {
        StubTicketSystem tickets = StubTicketSystem.start(port);
        environment.getPropertySources().addLast(property("simulation.tickets", tickets.uri()));
        return tickets;
    }

    private static MapPropertySource property(String name, Object value) {
        return new MapPropertySource(name, Map.of(name, value.toString()));
    }
}
