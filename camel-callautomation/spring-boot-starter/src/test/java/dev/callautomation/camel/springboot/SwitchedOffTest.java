package dev.callautomation.camel.springboot;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that has the starter on its class path only. */
class SwitchedOffTest {

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.callautomation.enabled=false", "camel.component.enabled=false"})
    void nothingRemainsButTheMaskOfSecrets(String property) {
        assertThat(beans(property)).containsExactly("callAutomationSecretsSanitizer");
        assertThat(beans("camel.component.callautomation.enabled=true"))
                .contains("callAutomationDeliveryFilter", "callAutomationReadiness", "callAutomationCamelShutdown");
    }

    private static List<String> beans(String property) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.Beans.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(ServletWebServerFactory.class, Container.TOMCAT.factory))
                .run(
                        "--" + property,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.endpoint.health.probes.enabled=true",
                        "--spring.main.banner-mode=off",
                        "--spring.autoconfigure.exclude=" + TestApplication.EXCLUDED)) {
            assertThat(application.getBeansOfType(SanitizingFunction.class)).hasSize(1);
            return Stream.of(application.getBeanDefinitionNames())
                    .filter(name -> name.contains("allAutomation") && !name.contains("."))
                    .sorted()
                    .toList();
        }
    }
}
