package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The events in flight, counted for each consumer. */
class InFlightEventsTest {

    private static final int LIMIT = 2;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final InFlightEvents inFlight = new InFlightEvents(LIMIT, LONG);
    private final EventReceiver first = receiver("first");
    private final EventReceiver second = receiver("second");

    @BeforeEach
    void add() {
        inFlight.add(first);
        inFlight.add(second);
    }

    static EventReceiver receiver(String name) {
        return new EventReceiver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public EventFilter filter() {
                return new EventFilter(null, null, null, null, null);
            }

            @Override
            public boolean accepting() {
                return true;
            }

            @Override
            public void receive(InFlightEvent event) {
                throw new IllegalStateException("nothing is received here");
            }
        };
    }

    private InFlightEvent event(EventReceiver receiver, String call, String identity)
            throws MalformedDeliveryException {
        String data = call == null ? "{}" : "{\"callConnectionId\":\"" + call + "\"}";
        String json = "{\"type\":\"A\",\"id\":\"1\",\"data\":" + data + "}";
        ReceivedEvent received = EventParser.parse(json.getBytes(), true).get(0);
        EventIdentity key = identity == null ? null : EventKey.of(identity, received);
        return new InFlightEvent(received, receiver, key, inFlight::remove);
    }

    private InFlightEvent reserved(EventReceiver receiver, String call) throws MalformedDeliveryException {
        return reserved(receiver, call, null);
    }

    private InFlightEvent reserved(EventReceiver receiver, String call, String identity)
            throws MalformedDeliveryException {
        InFlightEvent event = event(receiver, call, identity);
        assertThat(inFlight.reserve(List.of(event))).isTrue();
        return event;
    }

    private boolean enqueue(InFlightEvent event) {
        return event.queue() && inFlight.enqueue(event);
    }

    @Test
    void eachConsumerHasItsLimitAndADeliveryIsTakenWhole() throws Exception {
        InFlightEvent one = reserved(first, "a");
        reserved(first, "b");
        assertThat(inFlight.reserve(List.of(event(first, "c", null)))).isFalse();
        assertThat(inFlight.reserve(List.of(event(second, "c", null), event(first, "c", null))))
                .isFalse();
        assertThat(inFlight.size(second)).isZero();
        reserved(second, "a");
        assertThat(inFlight.reserve(List.of()))
                .as("an event without a consumer")
                .isTrue();
        one.withdraw();
        one.withdraw();
        assertThat(inFlight.size(first)).isEqualTo(1);
        reserved(first, "c");
        assertThat(inFlight.all(first)).hasSize(2).doesNotContain(one);
        assertThat(inFlight.size()).isEqualTo(3);
    }

    @Test
    void aConsumerWithMoreThanHalfOfItsEventsHasRoomWhenItHasFewer() throws Exception {
        InFlightEvent one = reserved(first, "a");
        assertThat(inFlight.room(List.of(one))).isCompleted();
        InFlightEvent two = reserved(first, "b");
        CompletableFuture<Void> room = inFlight.room(List.of(two));
        CompletableFuture<Void> ofBoth = inFlight.room(List.of(reserved(second, "a"), two));
        assertThat(inFlight.room(List.of())).isCompleted();
        assertThat(room).isNotDone();
        assertThat(ofBoth).isNotDone();
        one.withdraw();
        assertThat(room).isCompleted();
        assertThat(ofBoth).isCompleted();
    }

    @Test
    void anotherConsumerHasRoom() throws Exception {
        reserved(first, "a");
        reserved(first, "b");
        assertThat(inFlight.room(List.of(reserved(second, "a")))).isCompleted();
    }

    @Test
    void eventsThatFindNoPlaceTakeNoRoom() throws Exception {
        inFlight.reserve(List.of(event(first, "a", null), event(first, "b", null), event(first, "c", null)));
        InFlightEvent one = reserved(second, "a");
        InFlightEvent two = reserved(second, "b");
        one.withdraw();
        assertThat(inFlight.reserve(List.of(event(second, "c", null), event(first, "d", null))))
                .isFalse();
        assertThat(inFlight.size(second)).isEqualTo(1);
        assertThat(inFlight.room(List.of(two))).isCompleted();
    }

    @Test
    void aConsumerThatEndsNothingInALimitedTimeIsNotWaitedForUntilItDoes() throws Exception {
        InFlightEvents hasty = new InFlightEvents(3, Duration.ofMillis(1));
        hasty.add(first);
        List<InFlightEvent> delivery =
                List.of(event(first, "a", null), event(first, "b", null), event(first, "c", null));
        hasty.reserve(delivery);
        CompletableFuture<Void> room = hasty.room(delivery);
        assertThat(room).succeedsWithin(LONG);
        assertThat(hasty.room(delivery)).as("it hangs").isSameAs(hasty.room(List.of()));
        delivery.get(0).duplicate();
        assertThat(hasty.room(delivery)).as("one only repeated another").isSameAs(hasty.room(List.of()));
        hasty.add(second);
        hasty.reserve(List.of(event(second, "a", null), event(second, "b", null), event(second, "c", null)));
        assertThat(hasty.reserve(List.of(event(first, "d", null), event(second, "d", null))))
                .isFalse();
        assertThat(hasty.room(delivery)).as("one found no place").isSameAs(hasty.room(List.of()));
        hasty.reserve(List.of(event(first, "d", null)));
        delivery.get(1).queue();
        delivery.get(1).run();
        delivery.get(1).processed();
        assertThat(hasty.room(delivery)).isNotSameAs(hasty.room(List.of()));
    }

    @Test
    void aConsumerWithOneEventAtATimeHasRoomForIt() throws Exception {
        InFlightEvents single = new InFlightEvents(1, LONG);
        single.add(first);
        List<InFlightEvent> delivery = List.of(event(first, "a", null));
        single.reserve(delivery);
        assertThat(single.room(delivery)).isCompleted();
    }

    @Test
    void aDeliveryLargerThanTheLimitIsTakenWhenItsConsumerHasNothingElseInFlight() throws Exception {
        List<InFlightEvent> large = List.of(event(first, "a", null), event(first, "b", null), event(first, "c", null));
        reserved(second, "a");
        InFlightEvent other = reserved(first, "d");
        assertThat(inFlight.reserve(large)).isFalse();
        other.withdraw();
        assertThat(inFlight.reserve(large)).isTrue();
        assertThat(inFlight.size(first)).isEqualTo(LIMIT + 1);
    }

    @Test
    void anEventWaitsUntilItRunsAndIsInFlightUntilItEnds() throws Exception {
        InFlightEvent event = reserved(first, "a");
        assertThat(inFlight.waiting(first)).isEqualTo(1);
        assertThat(inFlight.waiting(second)).isZero();
        enqueue(event);
        assertThat(inFlight.waiting(first)).isEqualTo(1);
        event.run();
        assertThat(inFlight.waiting(first)).isZero();
        assertThat(inFlight.size(first)).isEqualTo(1);
        event.acknowledge();
        assertThat(inFlight.size(first)).isZero();
    }

    @Test
    void ofOneIdentityOneEventIsInFlight() throws Exception {
        InFlightEvent original = event(first, "a", "identity");
        InFlightEvent duplicate = event(first, "a", "identity");
        inFlight.reserve(List.of(original, duplicate));
        assertThat(original.original()).isNull();
        assertThat(duplicate.original()).isSameAs(original);
        assertThat(inFlight.all()).containsExactly(original);
        duplicate.duplicate();
        assertThat(inFlight.size(first)).isEqualTo(1);
        InFlightEvent other = reserved(first, "a", "identity");
        assertThat(other.original())
                .as("the end of a duplicate is not that of the original")
                .isSameAs(original);
        other.duplicate();
        original.withdraw();
        assertThat(inFlight.size(first)).isZero();
        assertThat(reserved(first, "a", "identity").original()).isNull();
    }

    @Test
    void eventsWithoutAnIdentityRepeatNoOther() throws Exception {
        InFlightEvent one = reserved(first, "a");
        InFlightEvent two = reserved(first, "a");
        assertThat(one.original()).isNull();
        assertThat(two.original()).isNull();
        assertThat(inFlight.all(first)).containsExactly(one, two);
        assertThat(inFlight.all(second)).isEmpty();
    }

    @Test
    void eachCallAndConsumerHasAQueueOfWhichOnlyTheFirstEventRuns() throws Exception {
        InFlightEvents unlimited = new InFlightEvents(Integer.MAX_VALUE, LONG);
        InFlightEvent one = event(first, "a", null);
        InFlightEvent two = event(first, "a", null);
        InFlightEvent three = event(first, "a", null);
        InFlightEvent otherCall = event(first, "b", null);
        InFlightEvent otherConsumer = event(second, "a", null);
        InFlightEvent noCall = event(first, null, null);
        InFlightEvent noCallEither = event(first, null, null);
        List<InFlightEvent> all = List.of(one, two, three, otherCall, otherConsumer, noCall, noCallEither);
        unlimited.reserve(all);
        assertThat(all.stream().filter(unlimited::enqueue))
                .containsExactly(one, otherCall, otherConsumer, noCall, noCallEither);
        assertThat(unlimited.queue(one)).containsExactly(one, two, three);
        assertThat(unlimited.remove(two)).as("it was not the first").isNull();
        assertThat(unlimited.remove(one)).isSameAs(three);
        assertThat(unlimited.remove(three)).isNull();
        assertThat(unlimited.queue(three)).isEmpty();
    }

    @Test
    void nothingIsKeptOfAConsumerThatGetsEventsAfterItWasRemoved() throws Exception {
        inFlight.forget(first);
        InFlightEvent late = reserved(first, "a");
        List<InFlightEvent> delivery = List.of(event(first, "b", null), event(first, "c", null));
        assertThat(inFlight.reserve(delivery)).isTrue();
        assertThat(inFlight.size()).isZero();
        inFlight.add(first);
        delivery.forEach(InFlightEvent::withdraw);
        late.withdraw();
        assertThat(inFlight.size(first)).isZero();
        assertThat(inFlight.all()).isEmpty();
    }

    @Test
    void anEventThatHasEndedIsNotQueued() throws Exception {
        InFlightEvent event = reserved(first, "a");
        event.queue();
        event.fail();
        assertThat(inFlight.enqueue(event)).isFalse();
        assertThat(inFlight.queue(event)).isEmpty();
    }
}
