package dev.callautomation.benchmark.event;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;

/** A minimal consumer of Camel's platform-http-starter on Spring Boot. Argument: port. */
final class SpringCamelMain {

    private SpringCamelMain() {}

    public static void main(String[] arguments) throws Exception {
        Spring.run(Application.class, arguments[0]);
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
                    from("platform-http:" + CamelMain.PATH + "?httpMethodRestrict=POST")
                            .process(exchange -> {
                                consumed.accept(
                                        HandEvents.parse(exchange.getMessage().getBody(byte[].class)));
                                exchange.getMessage().removeHeaders("*");
                                exchange.getMessage().setBody(null);
                                exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
                            });
                }
            };
        }
    }
}
