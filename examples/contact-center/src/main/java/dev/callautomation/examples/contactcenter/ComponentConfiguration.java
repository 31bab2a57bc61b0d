package dev.callautomation.examples.contactcenter;

import org.apache.camel.component.salesforce.SalesforceComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;

/**
 * Sets the components from {@code camel.component.*}, as Camel's starters do for components that have one. Lazy, because
 * addresses of this machine are known only once the web server listens; Camel asks for its components after that.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
class ComponentConfiguration {

    @Bean
    CallAutomationComponent callautomation(
            CallAutomationConfiguration configuration,
            @Value("${contact-center.context-headers-key:#{null}}") String contextHeadersKey) {
        CallAutomationComponent component = new CallAutomationComponent();
        component.setConfiguration(configuration);
        // the same after a restart, so that calls in progress keep their context headers
        component.setContextHeadersKey(contextHeadersKey);
        return component;
    }

    @Bean
    @ConfigurationProperties("camel.component.callautomation")
    CallAutomationConfiguration callAutomationConfiguration() {
        return new CallAutomationConfiguration();
    }

    @Bean
    @ConfigurationProperties("camel.component.salesforce")
    SalesforceComponent salesforce() {
        return new SalesforceComponent();
    }
}
