package dev.callautomation.camel.test;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The callback URI is known when the first route starts, which may create a call at once. */
@CallAutomationTest
class RequestAtStartTest {

    private static final String CALLBACK_URI = "http://localhost:\\d+/callautomation/events";

    private final AtomicReference<String> known = new AtomicReference<>();

    private final RouteBuilder routes = new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:start")
                    .routePolicy(new RoutePolicySupport() {
                        @Override
                        public void onStart(Route route) {
                            known.set(route.getCamelContext()
                                    .getComponent("callautomation", CallAutomationComponent.class)
                                    .getConfiguration()
                                    .getCallbackUri());
                        }
                    })
                    .to("callautomation:createCall?target=" + MenuRoutes.CALLER + "&sourceCallerIdNumber="
                            + MenuRoutes.OUR_NUMBER);
        }
    };

    @Test
    void inAContextWithoutAServerOfItsOwn(CallAutomationSimulator simulator) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(routes);
        context.start();
        try {
            assertThat(known.get()).matches(CALLBACK_URI);
            context.createProducerTemplate().sendBody("direct:start", null);
            assertThat(simulator.expectRequest("createCall").text("callbackUri"))
                    .isEqualTo(known.get());
        } finally {
            context.stop();
        }
    }

    @Test
    void onCamelMain(CallAutomationSimulator simulator) throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:production.properties");
        main.configure().addRoutesBuilder(routes);
        main.start();
        try {
            assertThat(known.get()).matches(CALLBACK_URI);
            main.getCamelTemplate().sendBody("direct:start", null);
            assertThat(simulator.expectRequest("createCall").text("callbackUri"))
                    .isEqualTo(known.get());
        } finally {
            main.stop();
        }
    }
}
