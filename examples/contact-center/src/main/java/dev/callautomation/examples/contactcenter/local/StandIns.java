package dev.callautomation.examples.contactcenter.local;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.stage.LocalStage;

/**
 * Stands in for what is not there. Each stand-in tells its address as a property, which the settings refer to.
 */
@Configuration(proxyBeanMethods = false)
class StandIns {

    @Bean
    @Conditional(Needed.class)
    BackOffice backOffice(
            @Value("${local.crm-port}") int crmPort,
            @Value("${local.tickets-port}") int ticketsPort,
            ConfigurableEnvironment environment) {
        BackOffice backOffice = BackOffice.start(crmPort, ticketsPort, PhoneBook.CONTACTS);
        tell(environment, "stand-in.crm", backOffice.crm().uri());
        tell(environment, "stand-in.tickets", backOffice.tickets().uri());
        return backOffice;
    }

    @Bean
    @Profile("!azure")
    LocalStage stage(
            @Value("${local.simulator-port}") int port, BackOffice backOffice, ConfigurableEnvironment environment) {
        LocalStage stage = LocalStage.start(port, backOffice);
        tell(environment, "stand-in.connection-string", stage.connectionString());
        tell(environment, "stand-in.resource-id", stage.resourceId());
        tell(environment, "stand-in.authority", stage.authority());
        tell(environment, "stand-in.event-grid-secret", stage.eventGridSecret());
        return stage;
    }

    private static void tell(ConfigurableEnvironment environment, String name, Object value) {
        environment.getPropertySources().addLast(new MapPropertySource(name, Map.of(name, value.toString())));
    }

    /** The played calls look into the stand-ins' journals; real calls need them only for a system without an address. */
    private static final class Needed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment.matchesProfiles("azure")
                    || !environment.containsProperty("CRM_URL")
                    || !environment.containsProperty("TICKETS_URL");
        }
    }
}
