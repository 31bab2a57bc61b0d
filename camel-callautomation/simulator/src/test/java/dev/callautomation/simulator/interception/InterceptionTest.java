package dev.callautomation.simulator.interception;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.PublishedKeys;
import dev.callautomation.simulator.Receiver;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests are responded to by an interceptor, which sends the events. */
class InterceptionTest extends HttpScenario {

    private final List<InterceptedRequest> requests = new CopyOnWriteArrayList<>();

    private CompletableFuture<InterceptedResponse> created(InterceptedRequest request) {
        requests.add(request);
        return CompletableFuture.completedFuture(new InterceptedResponse(201, "{\"callConnectionId\":\"c1\"}"));
    }

    @Test
    void requestsAreInterceptedUntilTheEnd() {
        Interception interception = simulator.intercept(this::created);
        assertThat(client.post(CALLS + "?filter=1", "{\"targets\":[]}").text("callConnectionId"))
                .isEqualTo("c1");
        assertThatThrownBy(() -> simulator.intercept(this::created)).isInstanceOf(IllegalStateException.class);
        interception.close();

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(CALLS + "?filter=1");
            assertThat(request.body()).isEqualTo("{\"targets\":[]}");
        });
        assertThat(client.get(CALLS + "/c1").status()).isEqualTo(404);
        assertThat(requests).hasSize(1);
    }

    @Test
    void keysAreServedMeanwhileAndEventsOfCallsAreSignedWithThem() throws Exception {
        try (Interception interception = simulator.intercept(this::created)) {
            int status = interception
                    .deliverCallback(
                            URI.create(app.url("/events")), "[{\"type\":\"Microsoft.Communication.CallConnected\"}]")
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);

            assertThat(status).isEqualTo(200);
            Receiver.Received event = app.all().get(0);
            assertThat(event.type()).isEqualTo("CallConnected");
            assertThat(PublishedKeys.at(simulator.uri()).haveSigned(PublishedKeys.read(event.header("Authorization"))))
                    .isTrue();
        }
    }

    @Test
    void eventsOfEventGridGoToTheSubscriptionsOfTheirType() throws Exception {
        String event = "[{\"eventType\":\"Microsoft.Communication.IncomingCall\",\"data\":{}}]";
        try (Interception interception = simulator.intercept(this::created)) {
            assertThat(deliver(interception, event)).isZero();
            simulator.subscribe(
                    EventGridSubscription.to(app.url("/grid?code=1")).withTypes("IncomingCall"));
            simulator.subscribe(EventGridSubscription.to(app.url("/other")).withTypes("CallEnded"));

            assertThat(deliver(interception, event)).isEqualTo(200);
        }

        assertThat(app.all())
                .filteredOn(received -> "IncomingCall".equals(received.type()))
                .singleElement()
                .satisfies(received -> assertThat(received.path()).isEqualTo("/grid?code=1"));
    }

    private static int deliver(Interception interception, String event) throws Exception {
        return interception
                .deliverToSubscriptions("Microsoft.Communication.IncomingCall", event)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}
