package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.ingress.ConfiguredReceivers.StoppedRoute;
import dev.callautomation.camel.internal.observation.Counters;
import dev.callautomation.camel.internal.observation.Counts;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures between the reservation of an event's place and the end of its route, without a Camel context. */
class EventDispatcherTest {

    private static final int CAPACITY = 2;
    private static final int THREADS = 2;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicBoolean repositoryIsDown = new AtomicBoolean();
    private final AtomicBoolean threadsAreGone = new AtomicBoolean();
    private final AtomicBoolean mayBeOrphaned = new AtomicBoolean();
    private final AtomicBoolean orphaned = new AtomicBoolean();
    private final AtomicReference<Error> repositoryError = new AtomicReference<>();
    private final EventCorrelator operations = new EventCorrelator() {

        @Override
        public boolean mayBeOrphaned(ReceivedEvent event) {
            return mayBeOrphaned.get();
        }

        @Override
        public Correlation correlate(ReceivedEvent event) {
            return orphaned.get()
                    ? new Correlation(CompletableFuture.completedStage(true), CompletableFuture.completedStage(null))
                    : Correlation.NONE;
        }
    };
    private final AtomicBoolean routesAreStarting = new AtomicBoolean();
    private final List<StoppedRoute> stoppedRoutes = new ArrayList<>();
    private final ConfiguredReceivers configured = new ConfiguredReceivers() {

        @Override
        public boolean starting() {
            return routesAreStarting.get();
        }

        @Override
        public List<StoppedRoute> stopped(Collection<EventReceiver> running) {
            return List.copyOf(stoppedRoutes);
        }
    };
    private final RecordingReceiver receiver = new RecordingReceiver("receiver", "A");
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

        @Override
        public boolean confirm(String key) {
            if (repositoryError.get() != null) {
                throw repositoryError.get();
            }
            return super.confirm(key);
        }
    };
    private final Counters counters = new Counters();
    private final EventDispatcher dispatcher = new EventDispatcher(
            task -> {
                if (threadsAreGone.get()) {
                    throw new RejectedExecutionException("the threads are gone");
                }
                task.run();
            },
            operations,
            new DuplicateFilter(repository, false),
            configured,
            AcknowledgeMode.RECEIVED,
            new EventRunner.Limits(THREADS, CAPACITY, LONG),
            counters);

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

    private static List<ReceivedEvent> events(int number) throws MalformedDeliveryException {
        List<ReceivedEvent> events = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            events.add(event(String.valueOf(i), "call-" + i));
        }
        return events;
    }

    @Test
    void deliveriesAreAnsweredLaterWhileTheRoutesDoNotKeepUp() throws Exception {
        receiver.holds = true;
        EventDispatcher received = dispatcher(AcknowledgeMode.RECEIVED);
        assertThat(received.deliver(events(5), null)).isCompletedWithValue(DeliveryResult.ACCEPTED);
        CompletableFuture<DeliveryResult> later = received.deliver(List.of(event("6", "6")), null);
        runAll();
        assertThat(receiver.ids()).as("queued nevertheless").contains("6");
        assertThat(later).isNotDone();
        assertThat(received.dispatch(List.of(event("7", "7"))))
                .as("that of a route, which may be the one that ends the others")
                .isCompletedWithValue(DeliveryResult.ACCEPTED);
        runAll();
        receiver.running.get(0).processed();
        assertThat(later).isNotDone();
        receiver.running.get(1).processed();
        assertThat(later).isCompletedWithValue(DeliveryResult.ACCEPTED);
    }

    @Test
    void aDeliveryThatIsAnsweredLaterIsRepeatedIfItsReceiverIsRemovedMeanwhile() throws Exception {
        EventDispatcher received = dispatcher(AcknowledgeMode.RECEIVED);
        CompletableFuture<DeliveryResult> later = received.deliver(events(6), null);
        assertThat(later).isNotDone();
        received.remove(receiver);
        assertThat(later).isCompletedWithValue(DeliveryResult.FAILED);
    }

    @Test
    void aDeliveryThatWaitsForItsRoutesIsAnsweredWhenTheseHaveEnded() throws Exception {
        receiver.holds = true;
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        CompletableFuture<DeliveryResult> first = routed.deliver(List.of(event("1", "1")), null);
        CompletableFuture<DeliveryResult> others = routed.deliver(events(7).subList(1, 7), null);
        runAll();
        receiver.running.get(0).processed();
        assertThat(first).as("there are many others").isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(others).isNotDone();
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
    void anEventWhoseReceiverIsRemovedWhileItIsQueuedIsDeliveredAgain() throws Exception {
        EventDispatcher received = dispatcher(AcknowledgeMode.RECEIVED);
        received.add(receiver);
        // the first event is in its queue then, and the second one is reserved
        onLookUp = number -> {
            if (number == 2) {
                received.remove(receiver);
            }
        };
        assertThat(received.dispatch(List.of(event("1", "a"), event("2", "a"))))
                .isCompletedWithValue(DeliveryResult.FAILED);
        runAll();
        assertThat(receiver.received).isEmpty();
        assertThat(received.inFlight().size()).isZero();
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
    void eventsOfOneCallRunInOneTaskUnlessAnotherCallWaitsForAThread() throws Exception {
        EventDispatcher ordered = dispatcher(AcknowledgeMode.RECEIVED);
        ordered.dispatch(List.of(event("1", "a"), event("2", "a"), event("3", "a")));
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(receiver.ids()).containsExactly("1", "2", "3");
        assertThat(tasks).isEmpty();
        ordered.dispatch(List.of(event("4", "a"), event("5", "a"), event("6", "b")));
        tasks.remove().run();
        assertThat(receiver.ids()).containsExactly("1", "2", "3", "4", "6", "5");
        runAll();
        assertThat(ordered.inFlight().size()).isZero();
    }

    @Test
    void anEventBehindOneThatIsAcknowledgedDoesNotWaitForTheRestOfItsRoute() throws Exception {
        EventDispatcher ordered = dispatcher(AcknowledgeMode.ROUTED);
        receiver.holds = true;
        receiver.whileReceiving = event -> {
            if (receiver.running.size() == 1) {
                event.acknowledge();
                runAll();
                assertThat(receiver.ids()).containsExactly("1", "2");
            }
        };
        ordered.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        assertThat(receiver.ids()).containsExactly("1", "2");
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

    @Test
    void whileRoutesStartNothingIsAccepted() throws Exception {
        dispatcher.addWaiter();
        routesAreStarting.set(true);
        assertThat(deliver("1")).isEqualTo(DeliveryResult.CLOSED);
        assertThat(deliverOfType("Z", "2")).as("a route may want it").isEqualTo(DeliveryResult.CLOSED);
        assertThat(counters.counts().unmatched()).isZero();
        routesAreStarting.set(false);
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void anEventThatAStoppedRouteWantsIsRefusedForAllReceivers() throws Exception {
        stoppedRoutes.add(stopped("A"));
        assertThat(deliver("1")).isEqualTo(DeliveryResult.CLOSED);
        assertThat(receiver.received).isEmpty();
        assertThat(deliverOfType("B", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        stoppedRoutes.clear();
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void anEventThatNoRouteWantsIsAcceptedAndCounted() throws Exception {
        stoppedRoutes.add(stopped("C"));
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(counters.counts().unmatched()).isZero();
        assertThat(deliverOfType("B", "3")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliverOfType("B", "4")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(counters.counts().unmatched()).isEqualTo(2);
        assertThat(deliverOfType("C", "5")).isEqualTo(DeliveryResult.CLOSED);
        assertThat(counters.counts().unmatched()).isEqualTo(2);
    }

    /** Received, deduplicated, redelivered, unmatched, orphaned. */
    private void counted(long... expected) {
        Counts counts = counters.counts();
        assertThat(new long[] {
                    counts.received(),
                    counts.deduplicated(),
                    counts.redelivered(),
                    counts.unmatched(),
                    counts.orphaned()
                })
                .containsExactly(expected);
    }

    @Test
    void repetitionsOfAnEventWithoutAConsumerAreDeduplicated() throws Exception {
        mayBeOrphaned.set(true);
        orphaned.set(true);
        for (int i = 0; i < 3; i++) {
            assertThat(deliverOfType("B", "1")).isEqualTo(DeliveryResult.ACCEPTED);
        }
        counted(1, 2, 0, 1, 1);
        deliverOfType("B", "2");
        deliverOfType("C", "1");
        counted(3, 2, 0, 3, 3);
    }

    @Test
    void anEventWithoutAnIdIsNewEachTime() throws Exception {
        for (int i = 0; i < 2; i++) {
            dispatcher
                    .dispatch(EventParser.parse("{\"type\":\"B\"}".getBytes(), true))
                    .join();
        }
        counted(2, 0, 0, 2, 0);
    }

    @Test
    void retriesOfAnEventWhoseRouteFailsAreCountedAsRedelivered() throws Exception {
        receiver.holds = true;
        mayBeOrphaned.set(true);
        orphaned.set(true);
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        for (int i = 0; i < 3; i++) {
            CompletableFuture<DeliveryResult> result = routed.dispatch(List.of(event("1", "a")));
            runAll();
            receiver.running.get(i).fail();
            assertThat(result).isCompletedWithValue(DeliveryResult.FAILED);
        }
        counted(1, 0, 2, 0, 1);
        routed.dispatch(List.of(event("1", "a")));
        assertThat(routed.dispatch(List.of(event("1", "a"))))
                .as("it is in flight")
                .isCompletedWithValue(DeliveryResult.FAILED);
        runAll();
        receiver.running.get(3).processed();
        routed.dispatch(List.of(event("1", "a")));
        counted(1, 2, 3, 0, 1);
    }

    @Test
    void aRepetitionForOneOfTwoConsumersIsRedelivered() throws Exception {
        receiver.holds = true;
        RecordingReceiver other = new RecordingReceiver("other", "A");
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        routed.add(other);
        routed.dispatch(List.of(event("1", "a")));
        runAll();
        receiver.running.get(0).fail();
        routed.dispatch(List.of(event("1", "a")));
        runAll();
        assertThat(other.received).containsExactly("1");
        counted(1, 0, 1, 0, 0);
    }

    @Test
    void theFirstEventsOfADeliveryThatFailsHalfwayAreReceived() throws Exception {
        onLookUp = number -> threadsAreGone.set(number == 2);
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.FAILED);
        assertThat(receiver.received).containsExactly("1");
        counted(1, 0, 0, 0, 0);
        onLookUp = number -> threadsAreGone.set(false);
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        counted(2, 1, 0, 0, 0);
    }

    @Test
    void aRefusedDeliveryIsNotCounted() throws Exception {
        receiver.stopped = () -> dispatcher.inFlight().size() > 0;
        assertThat(deliver("1")).isEqualTo(DeliveryResult.CLOSED);
        receiver.stopped = null;
        counted(0, 0, 0, 0, 0);
        deliver("1");
        counted(1, 0, 0, 0, 0);
    }

    @Test
    void whatAnotherNodeHasProcessedIsDeduplicated() throws Exception {
        deliver("1");
        EventDispatcher restarted = dispatcher(AcknowledgeMode.RECEIVED);
        restarted.dispatch(EventParser.parse("{\"type\":\"A\",\"id\":\"1\"}".getBytes(), true));
        runAll();
        assertThat(receiver.received).containsExactly("1");
        counted(1, 1, 0, 0, 0);
    }

    @Test
    void aStoppedRouteForOrphanedEventsHoldsUpOnlyThoseThatMayBe() throws Exception {
        stoppedRoutes.add(new StoppedRoute("orphans", new EventFilter("*", null, null, null, null), true, true));
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        mayBeOrphaned.set(true);
        assertThat(deliver("2")).isEqualTo(DeliveryResult.CLOSED);
    }

    @Test
    void aSuspendedReceiverOfOrphanedEventsHoldsUpOnlyThoseThatMayBe() throws Exception {
        RecordingReceiver orphans = new RecordingReceiver("orphans", "*");
        orphans.orphanedOnly = true;
        orphans.stopped = () -> true;
        dispatcher.add(orphans);
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        mayBeOrphaned.set(true);
        assertThat(deliver("2")).isEqualTo(DeliveryResult.CLOSED);
        assertThat(receiver.received).containsExactly("1");
    }

    private static StoppedRoute stopped(String type) {
        return new StoppedRoute("stopped", new EventFilter(type, null, null, null, null), false, true);
    }

    private DeliveryResult deliverOfType(String type, String id) throws MalformedDeliveryException {
        String json = "{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
        return dispatcher.dispatch(EventParser.parse(json.getBytes(), true)).join();
    }

    @Test
    void aReceiverAtItsLimitRefusesOnlyDeliveriesWithItsEvents() throws Exception {
        RecordingReceiver other = new RecordingReceiver("other", "B");
        dispatcher.add(other);
        receiver.holds = true;
        assertThat(deliver("1", "2")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliver("3")).isEqualTo(DeliveryResult.OVERLOADED);
        for (int i = 0; i < 2 * CAPACITY; i++) {
            assertThat(deliverOfType("B", "b" + i)).isEqualTo(DeliveryResult.ACCEPTED);
        }
        assertThat(other.received).hasSize(2 * CAPACITY);
        assertThat(dispatcher
                        .dispatch(EventParser.parse(
                                "[{\"type\":\"A\",\"id\":\"4\"},{\"type\":\"B\",\"id\":\"b4\"}]".getBytes(), true))
                        .join())
                .as("a delivery is taken whole")
                .isEqualTo(DeliveryResult.OVERLOADED);
        receiver.running.get(0).processed();
        assertThat(deliver("3")).isEqualTo(DeliveryResult.ACCEPTED);
    }

    @Test
    void aReceiverWhoseThreadsHangLeavesTheOthersTheirs() throws Exception {
        RecordingReceiver other = new RecordingReceiver("other", "B");
        EventDispatcher fair = dispatcher(AcknowledgeMode.RECEIVED);
        fair.add(other);
        fair.dispatch(List.of(event("1", "a"), event("2", "b"), event("3", "c"), event("4", "d")));
        List<Runnable> hanging = List.copyOf(tasks);
        tasks.clear();
        fair.dispatch(EventParser.parse("{\"type\":\"B\",\"id\":\"5\"}".getBytes(), true));
        runAll();
        assertThat(other.received).containsExactly("5");
        assertThat(receiver.received).isEmpty();
        receiver.holds = false;
        hanging.forEach(Runnable::run);
        runAll();
        assertThat(receiver.received).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void aCheckedExceptionThatIsThrownUndeclaredEndsTheEventToo() throws Exception {
        receiver.throwing = new IOException("thrown by the receiver");
        assertThat(deliver("1")).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(dispatcher.inFlight().size()).isZero();
    }

    @Test
    void aThousandEventsWhoseReceiverThrowsBlockNothing() throws Exception {
        receiver.throwing = new StackOverflowError();
        EventDispatcher ordered = dispatcher(AcknowledgeMode.RECEIVED);
        for (int i = 0; i < 1_000; i++) {
            ordered.dispatch(List.of(event("e" + i, "a")));
            runAll();
        }
        assertThat(ordered.inFlight().size()).isZero();
        receiver.throwing = null;
        ordered.dispatch(List.of(event("last", "a")));
        runAll();
        assertThat(receiver.received).containsExactly("last");
    }

    @Test
    void theNextEventOfACallRunsThoughTheRepositoryThrowsAnErrorAtTheEndOfTheFirst() throws Exception {
        receiver.holds = true;
        EventDispatcher ordered = dispatcher(AcknowledgeMode.RECEIVED);
        ordered.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        repositoryError.set(new NoClassDefFoundError("of a driver"));
        receiver.running.get(0).processed();
        runAll();
        assertThat(receiver.ids()).containsExactly("1", "2");
    }

    @Test
    void anEventForWhichTheOperatingSystemHasNoThreadIsDeliveredAgain() throws Exception {
        AtomicBoolean noThreads = new AtomicBoolean(true);
        EventDispatcher starved = new EventDispatcher(
                task -> {
                    if (noThreads.get()) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                },
                operations,
                new DuplicateFilter(repository, false),
                configured,
                AcknowledgeMode.RECEIVED,
                new EventRunner.Limits(THREADS, CAPACITY, LONG),
                counters);
        starved.add(receiver);
        assertThat(starved.dispatch(List.of(event("1", "a")))).isCompletedWithValue(DeliveryResult.FAILED);
        assertThat(starved.inFlight().size()).isZero();
        noThreads.set(false);
        assertThat(starved.dispatch(List.of(event("1", "a")))).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void whatAReceiverNeverEndsFailsWhenItIsRemovedAndIsNoDuplicateForTheNext() throws Exception {
        receiver.holds = true;
        EventDispatcher routed = dispatcher(AcknowledgeMode.ROUTED);
        CompletableFuture<DeliveryResult> result = routed.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        routed.remove(receiver);
        runAll();
        assertThat(result).isCompletedWithValue(DeliveryResult.FAILED);
        assertThat(routed.inFlight().size()).isZero();
        RecordingReceiver restarted = new RecordingReceiver("receiver", "A");
        routed.add(restarted);
        CompletableFuture<DeliveryResult> again = routed.dispatch(List.of(event("1", "a"), event("2", "a")));
        runAll();
        assertThat(again).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(restarted.received).containsExactly("1", "2");
    }

    private EventDispatcher dispatcher(AcknowledgeMode acknowledge) {
        EventDispatcher made = new EventDispatcher(
                task -> {
                    if (threadsAreGone.get()) {
                        throw new RejectedExecutionException("the threads are gone");
                    }
                    tasks.add(task);
                },
                operations,
                new DuplicateFilter(repository, acknowledge == AcknowledgeMode.ROUTED),
                configured,
                acknowledge,
                new EventRunner.Limits(THREADS, 10, LONG),
                counters);
        made.add(receiver);
        return made;
    }

    static ReceivedEvent event(String id, String call) throws MalformedDeliveryException {
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
}
