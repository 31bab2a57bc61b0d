package dev.callautomation.benchmark.event;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.camel.event.CallAutomationEvent;

/** The component on Spring Boot with its starter. Argument: port. */
final class StarterMain {

    private StarterMain() {}

    public static void main(String[] arguments) throws Exception {
        Spring.run(
                Application.class,
                arguments[0],
                "--camel.component.callautomation.connection-string=endpoint=http://localhost:1/;accesskey=c2VjcmV0",
                "--camel.component.callautomation.callback-authentication=NONE");
    }

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder routes(Consumed consumed) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("callautomation:events")
                            .process(exchange -> consumed.accept(exchange.getMessage()
                                    .getBody(CallAutomationEvent.class)
                                    .correlationId()));
                }
            };
        }
    }
}
