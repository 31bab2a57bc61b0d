package dev.callautomation.camel.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import dev.callautomation.camel.CallAutomationComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that receives events by other means than HTTP. */
class NoServletContainerTest {

    @Test
    void anApplicationWithoutAServletContainerStarts() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.Beans.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> register((GenericApplicationContext) context))
                .run("--spring.main.banner-mode=off")) {
            assertThat(application.getBean(CamelContext.class).isStarted()).isTrue();
            assertThat(application.getBeanNamesForType(ServletDeliveryServer.class))
                    .isEmpty();
        }
    }

    private static void register(GenericApplicationContext context) {
        context.registerBean("callautomation", CallAutomationComponent.class, NoServletContainerTest::component);
        context.registerBean(RouteBuilder.class, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events").to("callautomation:processEvents");
            }
        });
    }

    private static CallAutomationComponent component() {
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        return component;
    }
}
