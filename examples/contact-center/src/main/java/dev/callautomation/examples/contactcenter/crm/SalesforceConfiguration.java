package dev.callautomation.examples.contactcenter.crm;

import org.apache.camel.component.salesforce.SalesforceComponent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Sets the component for Salesforce, which has no starter in this release, from {@code camel.component.salesforce}. */
@Configuration(proxyBeanMethods = false)
class SalesforceConfiguration {

    /** Lazy, because the address of the stub is known only after it has started; Camel asks for its components after that. */
    @Bean
    @Lazy
    @ConfigurationProperties("camel.component.salesforce")
    SalesforceComponent salesforce() {
        return new SalesforceComponent();
    }
}
