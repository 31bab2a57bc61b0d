package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantSucceeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Awaited operations during the stop of routes and of the context. */
class StoppingWaitTest extends AwaitTestSupport {

    private static final String SUCCEEDED = "AddParticipantSucceeded";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:invite").routeId("invite").to(ADD + AWAIT);
                from("callautomation:events?orphanedOnly=true&type=" + SUCCEEDED)
                        .routeId("joined")
                        .to("mock:joined");
            }
        };
    }

    @Test
    void anEventDuringTheStopOfTheContextCompletesItsOperation() throws Exception {
        context.getRouteController().stopRoute("joined");
        context.removeRoute("joined");
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin("direct:invite");
        waiting(1);
        CompletableFuture<Void> stop = stop();
        assertThat(tell(SUCCEEDED, request(0), "")).isEqualTo(200);
        body(exchange, AddParticipantSucceeded.class);
        stop.get(60, TimeUnit.SECONDS);
    }

    @Test
    void anEventForAStoppingRouteCompletesNoOperation() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin("direct:invite");
        waiting(1);
        CallAutomationConsumer joined =
                (CallAutomationConsumer) context.getRoute("joined").getConsumer();
        CompletableFuture<Void> stop = stop();
        await().until(() -> !joined.accepting());
        assertThat(tell(SUCCEEDED, request(0), "")).isEqualTo(503);
        // which the stop waits for
        deadlines.pass();
        failure(exchange, CallAutomationTimeoutException.class);
        stop.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aRedeliveredEventForASuspendedRouteCompletesItsOperation() throws Exception {
        context.getRouteController().suspendRoute("joined");
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin("direct:invite");
        waiting(1);
        String event = event(SUCCEEDED, request(0).operationContext(), "");
        assertThat(post(event).statusCode()).isEqualTo(503);
        assertThat(component.pendingOperations().size()).isOne();
        context.getRouteController().resumeRoute("joined");
        assertThat(post(event).statusCode()).isEqualTo(200);
        body(exchange, AddParticipantSucceeded.class);
    }

    private CompletableFuture<Void> stop() {
        CompletableFuture<Void> stop = CompletableFuture.runAsync(context::stop);
        await().until(() -> context.getStatus() == ServiceStatus.Stopping);
        return stop;
    }
}
