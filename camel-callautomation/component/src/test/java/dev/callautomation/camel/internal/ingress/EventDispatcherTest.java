package dev.callautomation.camel.internal.ingress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.AcknowledgeMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures between the reservation of an event's place and the end of its route, without a Camel context. */
class EventDispatcherTest {

    private static final int CAPACITY = 2;

    private final AtomicBoolean repositoryIsDown = new AtomicBoolean();
    private final AtomicBoolean threadsAreGone = new AtomicBoolean();
    private final Receiver receiver = new Receiver();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private IntConsumer onLookUp = number -> {};

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository() {
        @Override
        public boolean add(String key) {
            onLookUp.accept(lookUps.incrementAndGet());
            if (repositoryIsDown.get()) {
                throw new IllegalStateException("the repository is down");
            }
            return super.add(key);
        }
    };
    private final EventDispatcher dispatcher = new EventDispatcher(
            task -> {
                if (threadsAreGone.get()) {
                    throw new RejectedExecutionException("the threads are gone");
                }
                task.run();
            },
            EventCorrelator.NONE,
            new DuplicateFilter(repository, false),
            AcknowledgeMode.RECEIVED,
            CAPACITY);

    @BeforeEach
    void add() {
        repository.start();
        dispatcher.add(receiver);
    }

    private DeliveryResult deliver(String... ids) throws MalformedDeliveryException {
        List<ReceivedEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.addAll(EventParser.parse(("{\"type\":\"A\",\"id\":\"" + id + "\"}").getBytes(), true));
        }
        return dispatcher.dispatch(events).join();
    }

    @Test
    void aRepositoryThatIsDownLosesNoEventAndKeepsNoPlace() throws Exception {
        repositoryIsDown.set(true);
        for (int i = 0; i < 2 * CAPACITY; i++) {
            assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.FAILED);
            assertThat(dispatcher.inFlight().size()).isZero();
        }
        repositoryIsDown.set(false);
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
    }

    @Test
    void aDeliveryThatFailsHalfwayIsRepeatedWithoutProcessingItsFirstHalfTwice() throws Exception {
        onLookUp = number -> repositoryIsDown.set(number == 2);
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.FAILED);
        onLookUp = number -> repositoryIsDown.set(false);
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
        assertThat(dispatcher.inFlight().size()).isZero();
    }

    @Test
    void anEventThatNoThreadTakesIsNoDuplicateWhenItIsRedelivered() throws Exception {
        threadsAreGone.set(true);
        assertThat(deliver("1")).isEqualTo(DeliveryResult.FAILED);
        assertThat(dispatcher.inFlight().size()).isZero();
        threadsAreGone.set(false);
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void eventsAreCountedBeforeTheirDuplicatesAreLookedUp() throws Exception {
        List<Integer> waiting = new ArrayList<>();
        onLookUp = number -> waiting.add(dispatcher.inFlight().waiting(receiver));
        deliver("1", "2");
        assertThat(waiting).containsExactly(2, 1);
    }

    @Test
    void anEventWithoutAConsumerIsAcceptedEvenAtTheLimit() throws Exception {
        receiver.holds = true;
        assertThat(deliver("1", "2", "3")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliver("4")).isEqualTo(DeliveryResult.OVERLOADED);
        assertThat(dispatcher
                        .dispatch(EventParser.parse("{\"type\":\"B\",\"id\":\"5\"}".getBytes(), true))
                        .join())
                .isEqualTo(DeliveryResult.ACCEPTED);
    }

    @Test
    void aReceiverThatStopsDuringTheReservationGetsNothingOfTheDelivery() throws Exception {
        receiver.stopped = () -> dispatcher.inFlight().size() > 0;
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.CLOSED);
        assertThat(receiver.received).isEmpty();
        assertThat(dispatcher.inFlight().size()).isZero();
        receiver.stopped = null;
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
    }

    @Test
    void aReceiverThatThrowsDoesNotKeepThePlaceOfItsEvent() throws Exception {
        receiver.throwing = new AssertionError("thrown by the receiver");
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(dispatcher.inFlight().size()).isZero();
        receiver.throwing = null;
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).as("redelivered after the failure").containsExactly("1");
    }

    @Test
    void eventsOfOneCallRunOneAfterAnotherAndThoseOfAnotherCallBesideThem() throws Exception {
        receiver.holds = true;
        EventDispatcher ordered = dispatcher(AcknowledgeMode.RECEIVED);
        ordered.dispatch(List.of(event("1", "a"), event("2", "a"), event("3", "b")));
        runAll();
        assertThat(receiver.ids()).containsExactly("1", "3");
        receiver.running.get(0).processed();
        runAll();
        assertThat(receiver.ids()).containsExactly("1", "3", "2");
    }

    @Test
    void whenTheThreadPoolIsGoneTheQueueOfACallFailsWhole() throws Exception {
        receiver.holds = true;
        EventDispatcher ordered = dispatcher(AcknowledgeMode.ROUTED);
        CompletableFuture<DeliveryResult> result =
                ordered.dispatch(List.of(event("1", "a"), event("2", "a"), event("3", "a")));
        runAll();
        threadsAreGone.set(true);
        receiver.running.get(0).processed();
        assertThat(result).isCompletedWithValue(DeliveryResult.FAILED);
        assertThat(ordered.inFlight().size()).isZero();
        threadsAreGone.set(false);
        ordered.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        assertThat(receiver.ids()).as("1 has been processed").containsExactly("1", "2");
    }

    @Test
    void aRoutedDeliveryIsAnsweredWhenItsLastEventHasEnded() throws Exception {
        receiver.holds = true;
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        CompletableFuture<DeliveryResult> result = routed.dispatch(List.of(event("1", "a"), event("2", "b")));
        CompletableFuture<DeliveryResult> repeated = routed.dispatch(List.of(event("2", "b")));
        assertThat(repeated).as("the first may still fail").isCompletedWithValue(DeliveryResult.FAILED);
        runAll();
        receiver.running.get(0).acknowledge();
        assertThat(result).isNotDone();
        receiver.running.get(1).skip();
        assertThat(result).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(routed.dispatch(List.of(event("1", "a")))).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(routed.inFlight().size()).isZero();
    }

    @Test
    void whatIsInFlightWhenTheComponentStopsFailsAndStartsNothing() throws Exception {
        receiver.holds = true;
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        CompletableFuture<DeliveryResult> result = routed.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        routed.close();
        runAll();
        assertThat(receiver.ids()).containsExactly("1");
        assertThat(result).isCompletedWithValue(DeliveryResult.FAILED);
        assertThat(receiver.running.get(0).processed()).as("it has ended").isFalse();
        assertThat(routed.inFlight().size()).isZero();
    }

    private EventDispatcher dispatcher(AcknowledgeMode acknowledge) {
        EventDispatcher made = new EventDispatcher(
                task -> {
                    if (threadsAreGone.get()) {
                        throw new RejectedExecutionException("the threads are gone");
                    }
                    tasks.add(task);
                },
                EventCorrelator.NONE,
                new DuplicateFilter(repository, acknowledge == AcknowledgeMode.ROUTED),
                acknowledge,
                10);
        made.add(receiver);
        return made;
    }

    private static ReceivedEvent event(String id, String call) throws MalformedDeliveryException {
        String json = "{\"type\":\"A\",\"id\":\"" + id + "\",\"data\":{\"callConnectionId\":\"" + call + "\"}}";
        return EventParser.parse(json.getBytes(), true).get(0);
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void anEventCannotForgeALineOfTheLog() throws Exception {
        String event = "{\"type\":\"A\",\"id\":\"1\\r\\n2026 WARN forged" + "x".repeat(10_000)
                + "\",\"data\":{\"callConnectionId\":\"c\\n1\"}}";
        String line = EventParser.parse(event.getBytes(), true).get(0).toString();
        assertThat(line).doesNotContain("\n", "\r").hasSizeLessThan(1_000);
    }

    private static final class Receiver implements EventReceiver {

        private final List<String> received = new ArrayList<>();
        private final List<InFlightEvent> running = new ArrayList<>();
        private boolean holds;
        private BooleanSupplier stopped;
        private Error throwing;

        @Override
        public String name() {
            return "receiver";
        }

        @Override
        public EventFilter filter() {
            return new EventFilter("A", null, null, null, null);
        }

        @Override
        public boolean accepting() {
            return stopped == null || !stopped.getAsBoolean();
        }

        @Override
        public void receive(InFlightEvent event) {
            if (throwing != null) {
                throw throwing;
            }
            running.add(event);
            if (!holds) {
                received.add(event.event().envelope().id());
                event.processed();
            }
        }

        List<String> ids() {
            return running.stream().map(event -> event.event().envelope().id()).toList();
        }
    }
}
