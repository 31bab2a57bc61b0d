package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.observation.Counters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same event twice at once: whatever happens to the first one meanwhile, the second one is neither acknowledged without
 * being processed, nor refused each time.
 */
class RepeatedEventsTest {

    private static final int THREADS = 2;
    private static final int CAPACITY = 10;

    private static final Runnable NOTHING = () -> {};

    private final RecordingReceiver receiver = new RecordingReceiver("receiver", "A");
    private final List<DeliveryResult> repeated = new ArrayList<>();
    /** What happens meanwhile, once, when an event is correlated or looked up. */
    private final AtomicReference<Runnable> onCorrelate = new AtomicReference<>(NOTHING);

    private final AtomicReference<Runnable> onLookUp = new AtomicReference<>(NOTHING);
    private EventDispatcher dispatcher;

    private final EventCorrelator operations = event -> {
        onCorrelate.getAndSet(NOTHING).run();
        return EventCorrelator.Correlation.NONE;
    };

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository() {
        @Override
        public boolean add(String key) {
            onLookUp.getAndSet(NOTHING).run();
            return super.add(key);
        }
    };

    private void dispatch(AcknowledgeMode mode) {
        repository.start();
        dispatcher = new EventDispatcher(
                Runnable::run,
                operations,
                new DuplicateFilter(repository, mode == AcknowledgeMode.ROUTED),
                ConfiguredReceivers.NONE,
                mode,
                new EventRunner.Limits(THREADS, CAPACITY, Duration.ofMillis(1)),
                new Counters());
        dispatcher.add(receiver);
    }

    private CompletableFuture<DeliveryResult> deliver(String... ids) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (String id : ids) {
            try {
                events.add(EventDispatcherTest.event(id, id));
            } catch (MalformedDeliveryException e) {
                throw new IllegalStateException(e);
            }
        }
        return dispatcher.dispatch(events);
    }

    private void repeat(String id) {
        repeated.add(deliver(id).join());
    }

    private void repeatAndFail(String id) {
        repeat(id);
        throw new IllegalStateException("The repository is down");
    }

    private void hold(String id) {
        receiver.holds = true;
        deliver(id);
        receiver.holds = false;
    }

    @Test
    void theDeliveryFailsBeforeTheEventIsLookedUp() {
        dispatch(AcknowledgeMode.RECEIVED);
        onLookUp.set(() -> repeatAndFail("2"));
        assertThat(deliver("1", "2").join()).isEqualTo(DeliveryResult.FAILED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(receiver.received).isEmpty();
        assertThat(deliver("1", "2").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
    }

    @Test
    void theCorrelationOfTheEventFails() {
        dispatch(AcknowledgeMode.RECEIVED);
        onCorrelate.set(() -> repeatAndFail("1"));
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void theDeliveryIsRefusedBecauseTheReceiverStops() {
        dispatch(AcknowledgeMode.RECEIVED);
        receiver.stopped = () -> {
            if (dispatcher.inFlight().size() == 0) {
                return false;
            }
            receiver.stopped = null;
            repeat("1");
            receiver.stopped = () -> true;
            return true;
        };
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.CLOSED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(dispatcher.inFlight().size()).isZero();
    }

    @Test
    void theRouteFailsMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate.set(() -> receiver.running.get(0).fail());
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void theRouteEndsMeanwhile() {
        dispatch(AcknowledgeMode.ROUTED);
        hold("1");
        onCorrelate.set(() -> receiver.running.get(0).processed());
        assertThat(deliver("1")).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void theRouteGoesOn() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(dispatcher.inFlight().size()).isEqualTo(1);
        receiver.running.get(0).processed();
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void theReceiverIsRemovedMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate.set(() -> dispatcher.remove(receiver));
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        dispatcher.add(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void aReceiverIsRemovedBeforeTheEventIsLookedUp() {
        dispatch(AcknowledgeMode.RECEIVED);
        onCorrelate.set(() -> dispatcher.remove(receiver));
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        dispatcher.add(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).as("what was withdrawn is not in flight").containsExactly("1");
    }

    @Test
    void theComponentFailsWhatIsInFlightMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate.set(dispatcher::close);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
        assertThat(dispatcher.inFlight().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryHasTheEventTwiceAndIsRepeated(AcknowledgeMode mode) {
        dispatch(mode);
        assertThat(deliver("1", "1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliver("1", "1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryHasTheEventTwiceAndItsReceiverSkipsIt(AcknowledgeMode mode) {
        dispatch(mode);
        dispatcher.remove(receiver);
        RecordingReceiver skipping = new RecordingReceiver("skipping", "A");
        skipping.whileReceiving = InFlightEvent::skip;
        dispatcher.add(skipping);
        assertThat(deliver("1", "1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(skipping.received).containsExactly("1", "1");
    }

    @ParameterizedTest
    @EnumSource
    void anotherReceiverHasTheSameName(AcknowledgeMode mode) {
        dispatch(mode);
        RecordingReceiver other = new RecordingReceiver(receiver.name(), "A");
        dispatcher.add(other);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received.size() + other.received.size()).isEqualTo(1);
    }
}
