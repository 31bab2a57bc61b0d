package dev.callautomation.camel.test;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CredentialType;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings of production for Microsoft Entra ID, a proxy and secrets need no value, no token and no proxy in a test. */
class ProductionPropertiesTest {

    private static final String FILE = "entra-production.properties";

    private static void answeredCall(CallAutomationSimulator simulator) {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
        simulator.await(call).event("CallConnected");
        simulator.phone(MenuRoutes.CALLER).heard("for sales");
        assertThat(simulator.expectRequest("answerCall", call).text("callbackUri"))
                .matches("http://localhost:\\d+/callautomation/events");
        simulator.phone(MenuRoutes.CALLER).hangUp();
    }

    @Nested
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @TestPropertySource("classpath:" + FILE)
    @CallAutomationTest
    class InSpringBoot {

        @Test
        void callsAreAnswered(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }
    }

    @Nested
    @CallAutomationTest
    class OnCamelMain {

        @Test
        void callsAreAnswered(CallAutomationSimulator simulator) {
            Main main = new Main();
            main.setPropertyPlaceholderLocations("classpath:" + FILE);
            main.configure().addRoutesBuilder(new MenuRoutes());
            main.start();
            try {
                answeredCall(simulator);
            } finally {
                main.stop();
            }
        }
    }

    @Nested
    @CallAutomationTest
    class InJava {

        @Test
        void callsAreAnswered(CallAutomationSimulator simulator) throws Exception {
            CallAutomationComponent component = new CallAutomationComponent();
            CallAutomationConfiguration configuration = component.getConfiguration();
            configuration.setEndpoint("https://contoso.communication.azure.com");
            configuration.setCredentialType(CredentialType.AZURE_IDENTITY);
            configuration.setProxyHost("proxy.invalid");
            configuration.setProxyPort(3128);
            configuration.setEventGridTenantId("tenant");
            configuration.setEventGridAudience("audience");
            configuration.setEventGridAllowedSubscriptions("production");
            configuration.setEventGridAllowedOrigins("other.invalid");
            configuration.setCallbackSecret("secret-of-production-1");
            CamelContext context = new DefaultCamelContext();
            context.addComponent("callautomation", component);
            context.addRoutes(new MenuRoutes());
            context.start();
            try {
                answeredCall(simulator);
            } finally {
                context.stop();
            }
        }
    }
}
