package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.SubscriptionStatus.State;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The state of Event Grid subscriptions, and handshakes that are repeated. */
class SubscriptionsTest extends HttpScenario {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    SubscriptionsTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void aSubscriptionIsShownAndEndedById() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid?code=secret")));

        SubscriptionStatus status = simulator.subscriptions().get(0);
        assertThat(status.state()).isEqualTo(State.ACTIVE);
        assertThat(status.handshakes()).isEqualTo(1);
        assertThat(status.reason()).isNull();
        assertThat(status.toString()).doesNotContain("secret");
        assertThat(simulator.subscription(status.id())).contains(status);

        assertThat(simulator.unsubscribe(status.id())).isTrue();
        assertThat(simulator.unsubscribe(status.id())).isFalse();
        assertThat(simulator.subscriptions()).isEmpty();
    }

    @Test
    void aHandshakeThatFailedIsShownWithItsReasonUntilTheNextOfThatEndpoint() {
        app.answering(r -> 404);
        EventGridSubscription subscription = EventGridSubscription.to(app.url("/grid"));
        assertThatThrownBy(() -> simulator.subscribe(subscription)).hasMessageContaining("404");

        assertThat(simulator.subscriptions()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(State.FAILED);
            assertThat(status.reason()).contains("404");
        });

        app.answering(r -> 200);
        simulator.subscribe(subscription);
        assertThat(simulator.subscriptions())
                .extracting(SubscriptionStatus::state)
                .containsExactly(State.ACTIVE);
    }

    @Test
    void anActiveSubscriptionSurvivesAHandshakeOfTheSameEndpointThatFails() {
        EventGridSubscription subscription = EventGridSubscription.to(app.url("/grid"));
        simulator.subscribe(subscription);
        app.answering(r -> 500);
        assertThatThrownBy(() -> simulator.subscribe(subscription)).hasMessageContaining("500");

        assertThat(simulator.subscriptions())
                .extracting(SubscriptionStatus::state)
                .containsExactly(State.ACTIVE, State.FAILED);
        app.answering(r -> 200);
        simulator.phone(CALLER).call(OUR_NUMBER);
        app.awaitGrid("IncomingCall", 1);
    }

    @Test
    void aHandshakeIsRepeatedWhileVirtualTimeStandsStill() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        app.answering(r -> requests.incrementAndGet() < 3 ? 503 : 200);
        List<State> states = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = simulator.onSubscription(status -> states.add(status.state()))) {
            assertThat(listening).isNotNull();
            SubscriptionStatus first = simulator.subscribeWithRetry(EventGridSubscription.to(app.url("/grid")));

            assertThat(first.state()).isEqualTo(State.PENDING);
            assertThat(first.reason()).contains("503");
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(states)
                    .containsExactly(State.PENDING, State.PENDING, State.PENDING, State.ACTIVE));
        }
        assertThat(simulator.subscriptions()).singleElement().satisfies(status -> assertThat(status.handshakes())
                .isEqualTo(3));
        simulator.phone(CALLER).call(OUR_NUMBER);
        app.awaitGrid("IncomingCall", 1);
    }

    @Test
    void aListenerThatFailsEndsNoHandshake() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        app.answering(r -> requests.incrementAndGet() < 3 ? 503 : 200);
        try (AutoCloseable listening = simulator.onSubscription(status -> {
            throw new IllegalStateException("listener");
        })) {
            assertThat(listening).isNotNull();
            simulator.subscribeWithRetry(EventGridSubscription.to(app.url("/grid")));

            Awaitility.await().atMost(LIMIT).until(() -> simulator.subscriptions().stream()
                    .anyMatch(status -> status.state() == State.ACTIVE));
        }
    }

    @Test
    void aListenerThatFailsLeavesDeliveriesOnTheTimelineAndRepeated() throws Exception {
        simulator.subscribe(EventGridSubscription.to(app.url("/dead")).withTypes("IncomingCall"));
        app.answering(r -> 500);
        try (AutoCloseable listening = simulator.onSubscription(status -> {
            throw new IllegalStateException("listener");
        })) {
            assertThat(listening).isNotNull();
            for (int call = 1; call < SubscriptionStatus.FAILING_AFTER; call++) {
                deliveries(simulator.phone(CALLER).call(OUR_NUMBER), 1);
                simulator.phone(CALLER).hangUp();
            }
            String failing = simulator.phone(CALLER).call(OUR_NUMBER);

            assertThat(deliveries(failing, 1)).hasSize(1);
            simulator.advance(Duration.ofSeconds(30));
            assertThat(deliveries(failing, 2)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aPendingSubscriptionThatIsEndedIsNotTriedAgain() {
        AtomicInteger requests = new AtomicInteger();
        app.answering(r -> requests.incrementAndGet() < 2 ? 503 : 200);
        SubscriptionStatus pending = simulator.subscribeWithRetry(EventGridSubscription.to(app.url("/ended")));
        simulator.unsubscribe(pending.id());
        // its second attempt comes later than the one that would be the first's
        app.answering(r -> r.path().equals("/other") && requests.incrementAndGet() < 3 ? 503 : 200);
        simulator.subscribeWithRetry(EventGridSubscription.to(app.url("/other")));

        Awaitility.await().atMost(LIMIT).until(() -> simulator.subscriptions().stream()
                .anyMatch(SubscriptionStatus::isSubscribed));
        assertThat(app.all()).filteredOn(r -> r.path().equals("/ended")).hasSize(1);
    }

    @Test
    void aSubscriptionThatFailsForLongIsMarkedAndLeftOutOfDiagramsWhileAnotherWorks() {
        simulator.subscribe(EventGridSubscription.to(app.url("/dead")).withTypes("IncomingCall"));
        simulator.subscribe(EventGridSubscription.to(app.url("/live")).withTypes("IncomingCall"));
        app.answering(r -> r.path().equals("/dead") ? 500 : 200);

        for (int call = 1; call <= SubscriptionStatus.FAILING_AFTER; call++) {
            assertThat(deliveries(simulator.phone(CALLER).call(OUR_NUMBER), 2)).hasSize(2);
            simulator.phone(CALLER).hangUp();
        }
        SubscriptionStatus dead = simulator.subscriptions().get(0);
        assertThat(dead.state()).isEqualTo(State.FAILING);
        assertThat(dead.reason()).contains("5 deliveries in a row have failed", "500");

        String quiet = simulator.phone(CALLER).call(OUR_NUMBER);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> simulator.subscriptions().get(0).failures() == 6);
        assertThat(deliveries(quiet, 1)).hasSize(1).allMatch(text -> text.endsWith("200"));
        simulator.phone(CALLER).hangUp();

        app.answering(r -> 200);
        simulator.phone(CALLER).call(OUR_NUMBER);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> simulator.subscriptions().get(0).state() == State.ACTIVE);
    }

    @Test
    void failuresOfTheOnlySubscriptionStayOnTheTimeline() {
        simulator.subscribe(EventGridSubscription.to(app.url("/dead")).withTypes("IncomingCall"));
        app.answering(r -> 500);

        for (int call = 1; call <= SubscriptionStatus.FAILING_AFTER + 1; call++) {
            assertThat(deliveries(simulator.phone(CALLER).call(OUR_NUMBER), 1)).hasSize(1);
            simulator.phone(CALLER).hangUp();
        }
    }

    @Test
    void anEventIsNotRepeatedForASubscriptionThatHasEnded() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")).withTypes("IncomingCall"));
        app.answering(r -> 500);
        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        deliveries(call, 1);

        simulator.unsubscribe(URI.create(app.url("/grid")));
        simulator.advance(Duration.ofSeconds(60));

        assertThat(app.all().stream().filter(r -> "IncomingCall".equals(r.type())))
                .hasSize(1);
    }

    private List<String> deliveries(String call, int count) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> simulator.timeline(call).stream()
                                .filter(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY)
                                .map(TimelineEntry::text)
                                .toList(),
                        list -> list.size() >= count);
    }
}
