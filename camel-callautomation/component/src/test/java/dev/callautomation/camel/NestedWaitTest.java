package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantSucceeded;

/** A route that holds all threads there are, until another operation has ended. */
class NestedWaitTest extends AwaitTestSupport {

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setProducerThreads(1);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:nested").to(PLAY + AWAIT).process(exchange -> exchange.getMessage()
                        .setBody(template.requestBodyAndHeaders(
                                "direct:inner", null, exchange.getMessage().getHeaders())));
                from("direct:inner").to(ADD + AWAIT + "&completionTimeout=60000");
            }
        };
    }

    @Test
    void theOtherOperationEnds() throws Exception {
        CompletableFuture<Exchange> exchange = begin("direct:nested");
        tell("PlayCompleted", request(0), "");
        tell("AddParticipantSucceeded", request(1), "");
        body(exchange, AddParticipantSucceeded.class);
    }
}
