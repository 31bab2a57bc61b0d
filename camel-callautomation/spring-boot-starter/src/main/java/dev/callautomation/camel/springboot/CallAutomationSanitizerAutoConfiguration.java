package dev.callautomation.camel.springboot;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Masks secrets in the endpoints of the actuator, whether or not the component is configured from properties. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class CallAutomationSanitizerAutoConfiguration {

    @Bean
    static SanitizingFunction callAutomationSecretsSanitizer() {
        return new SecretPropertiesSanitizer();
    }
}
