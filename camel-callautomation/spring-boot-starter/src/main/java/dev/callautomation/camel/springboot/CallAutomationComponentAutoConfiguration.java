package dev.callautomation.camel.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import dev.callautomation.camel.internal.support.OptionNames;

/** Configures the component from the properties {@code camel.component.callautomation.*}. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.callautomation"})
@EnableConfigurationProperties(ComponentConfigurationProperties.class)
public class CallAutomationComponentAutoConfiguration {

    @Bean
    ComponentCustomizer configureCallAutomationComponent(ApplicationContext application, CamelContext camel) {
        return new CallAutomationComponentCustomizer(application, camel);
    }

    /** What messages call the options. */
    @Bean
    static OptionNames callAutomationOptionNames() {
        return option -> ComponentOption.PREFIX
                .append(DataObjectPropertyName.toDashedForm(option))
                .toString();
    }

    /** Properties are checked at the start of an application with {@code spring.main.lazy-initialization}, too. */
    @Bean
    static LazyInitializationExcludeFilter callAutomationLazyInitialization() {
        return (name, definition, type) -> name.equals("configureCallAutomationComponent");
    }
}
