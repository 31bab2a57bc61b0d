package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When the delivery of an event is answered whose route waits for other events: as soon as what the event led to is known
 * to the service, so that nothing is lost if the node dies, and no delivery waits for the next one.
 */
class EventAcknowledgementTest extends AwaitTestSupport {

    private final CountDownLatch slowStep = new CountDownLatch(1);

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setAcknowledge(AcknowledgeMode.ROUTED);
        component.setMaxPendingEvents(1);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .routeId("flow")
                        .to(PLAY + AWAIT)
                        .process(exchange ->
                                assertThat(slowStep.await(60, TimeUnit.SECONDS)).isTrue())
                        .to("callautomation:hangUp?awaitCompletion=true")
                        .to("mock:end");
                from("callautomation:events?type=AddParticipantSucceeded")
                        .routeId("tapped")
                        .wireTap("direct:tap")
                        .end()
                        .process(exchange ->
                                assertThat(slowStep.await(60, TimeUnit.SECONDS)).isTrue())
                        .throwException(IllegalStateException.class, "The ticket system is down");
                from("direct:tap").to(PLAY + AWAIT);
            }
        };
    }

    private CompletableFuture<Integer> deliver(String body) {
        return HTTP.sendAsync(
                        request()
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    @Test
    void anEventIsAnsweredWhenItsRouteWaitsForTheNext() throws Exception {
        CountDownLatch answering = new CountDownLatch(1);
        service.answering(request -> {
            try {
                assertThat(answering.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ScriptedService.ACCEPTED;
        });
        CompletableFuture<Integer> connected = deliver(event("CallConnected", null, ""));
        Request play = request(0);
        assertThat(connected).as("before the service knows of the prompt").isNotDone();
        answering.countDown();
        assertThat(connected.get(60, TimeUnit.SECONDS)).isEqualTo(200);

        // the place of the waiting route is free: a second call is taken, although one event may be on its way at once
        assertThat(deliver(event("CallConnected", null, "")).get(60, TimeUnit.SECONDS))
                .isEqualTo(200);

        CompletableFuture<Integer> completed = deliver(event("PlayCompleted", play.operationContext(), ""));
        await().until(() -> component.pendingOperations().size() == 1);
        assertThat(completed)
                .as("before the route has gone on to its next wait")
                .isNotDone();
        slowStep.countDown();
        assertThat(completed.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(request(2).path()).isEqualTo("/calling/callConnections/" + CALL);

        MockEndpoint end = getMockEndpoint("mock:end");
        end.expectedMessageCount(1);
        assertThat(tell("CallDisconnected", (String) null, "")).isEqualTo(200);
        end.assertIsSatisfied();
    }

    @Test
    void aCopyThatWaitsDoesNotAnswerForTheRoute() throws Exception {
        CompletableFuture<Integer> added = deliver(event("AddParticipantSucceeded", null, ""));
        waiting(1);
        assertThat(added).isNotDone();
        slowStep.countDown();
        assertThat(added.get(60, TimeUnit.SECONDS)).as("comes again").isEqualTo(503);
    }
}
