package dev.callautomation.camel.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ingress.EventDispatcher.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dispatcher does when something goes wrong between taking an event and handing it over. */
class EventDispatcherTest {

    private static final int CAPACITY = 2;

    private final AtomicBoolean repositoryIsDown = new AtomicBoolean();
    private final AtomicBoolean threadsAreGone = new AtomicBoolean();
    private final Receiver receiver = new Receiver();
    private final AtomicInteger lookUps = new AtomicInteger();
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
            WaitingOperations.NONE,
            new DuplicateFilter(repository, false),
            Acknowledge.received,
            CAPACITY);

    @BeforeEach
    void add() {
        repository.start();
        dispatcher.add(receiver);
    }

    private Answer deliver(String... ids) throws MalformedDeliveryException {
        List<ReceivedEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.addAll(EventParser.parse(("{\"type\":\"A\",\"id\":\"" + id + "\"}").getBytes(), true));
        }
        return dispatcher.dispatch(events).join();
    }

    @Test
    void aRepositoryThatIsDownLosesNoEventAndNoCapacity() throws Exception {
        repositoryIsDown.set(true);
        for (int i = 0; i < 2 * CAPACITY; i++) {
            assertThat(deliver("1", "2")).isEqualTo(Answer.FAILED);
            assertThat(receiver.waiting).hasValue(0);
        }
        repositoryIsDown.set(false);
        assertThat(deliver("1", "2")).isEqualTo(Answer.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
    }

    @Test
    void aDeliveryThatFailsHalfwayComesAgainWithoutDoublingItsFirstHalf() throws Exception {
        onLookUp = number -> repositoryIsDown.set(number == 2);
        assertThat(deliver("1", "2")).isEqualTo(Answer.FAILED);
        onLookUp = number -> repositoryIsDown.set(false);
        assertThat(deliver("1", "2")).isEqualTo(Answer.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
        assertThat(receiver.waiting).hasValue(0);
    }

    @Test
    void anEventThatNoThreadTakesIsNoDuplicateWhenItComesAgain() throws Exception {
        threadsAreGone.set(true);
        assertThat(deliver("1")).isEqualTo(Answer.FAILED);
        assertThat(receiver.waiting).hasValue(0);
        threadsAreGone.set(false);
        assertThat(deliver("1")).isEqualTo(Answer.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void aReceiverKnowsOfItsEventsBeforeDuplicatesAreLookedUp() throws Exception {
        List<Integer> waiting = new ArrayList<>();
        onLookUp = number -> waiting.add(receiver.waiting.get());
        deliver("1", "2");
        assertThat(waiting).containsExactly(2, 1);
    }

    @Test
    void anEventThatNobodyWantsIsTakenHoweverMuchWaits() throws Exception {
        receiver.holds = true;
        assertThat(deliver("1", "2", "3")).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver("4")).isEqualTo(Answer.OVERLOADED);
        assertThat(dispatcher
                        .dispatch(EventParser.parse("{\"type\":\"B\",\"id\":\"5\"}".getBytes(), true))
                        .join())
                .isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aReceiverThatStopsWhileADeliveryIsAnnouncedGetsNothingOfItAndOwesNothing() throws Exception {
        receiver.onAnnounce = () -> receiver.accepts = false;
        assertThat(deliver("1", "2")).isEqualTo(Answer.CLOSED);
        assertThat(receiver.received).isEmpty();
        assertThat(receiver.waiting).hasValue(0);
        receiver.onAnnounce = () -> {};
        receiver.accepts = true;
        assertThat(deliver("1", "2")).as("its place is free again").isEqualTo(Answer.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
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
        private final AtomicInteger waiting = new AtomicInteger();
        private boolean holds;
        private boolean accepts = true;
        private Runnable onAnnounce = () -> {};

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
            return accepts;
        }

        @Override
        public void announce() {
            onAnnounce.run();
            waiting.incrementAndGet();
        }

        @Override
        public void withdraw() {
            waiting.decrementAndGet();
        }

        @Override
        public void receive(ReceivedEvent event, EventOutcome done) {
            if (!holds) {
                received.add(event.envelope().id());
                waiting.decrementAndGet();
                done.handled(true);
            }
        }
    }
}
