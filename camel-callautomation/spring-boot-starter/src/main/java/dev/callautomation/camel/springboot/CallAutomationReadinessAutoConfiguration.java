package dev.callautomation.camel.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Adds the readiness checks of the component to the readiness probe of Spring Boot Actuator: an application that cannot receive
 * events is not ready. Checks of other components do not join the probe. A readiness group that the application configures
 * itself stays as it is.
 */
@AutoConfiguration(after = AvailabilityProbesAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({
    CamelContext.class,
    HealthCheck.class,
    HealthEndpointGroupsPostProcessor.class,
    ConditionalOnEnabledHealthIndicator.class
})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.callautomation"})
@ConditionalOnEnabledHealthIndicator("callautomation")
@ConditionalOnProperty(name = "camel.health.enabled", matchIfMissing = true)
public class CallAutomationReadinessAutoConfiguration {

    private static final String CONFIGURED = "management.endpoint.health.group.readiness";

    /** Spring Boot calls it {@value ReadinessGroups#CONTRIBUTOR}, after the bean. */
    @Bean
    HealthIndicator callAutomationHealthIndicator(ListableBeanFactory application) {
        return new CallAutomationHealthIndicator(application);
    }

    @Bean
    static HealthEndpointGroupsPostProcessor callAutomationReadiness(Environment environment) {
        return groups -> isConfigured(environment) ? groups : ReadinessGroups.of(groups);
    }

    private static boolean isConfigured(Environment environment) {
        return Binder.get(environment)
                .bind(CONFIGURED, Bindable.mapOf(String.class, Object.class))
                .isBound();
    }
}
