package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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

    private final Receiver receiver = new Receiver(InFlightEvent::processed);
    private final List<DeliveryResult> repeated = new ArrayList<>();
    /** What happens meanwhile, when an event is correlated or looked up, or the receiver is asked whether it accepts it. */
    private Runnable onCorrelate = () -> {};

    private Runnable onLookUp = () -> {};
    private Runnable onAccept = () -> {};
    private EventDispatcher dispatcher;

    private final EventCorrelator operations = new EventCorrelator() {

        @Override
        public boolean mayBeOrphaned(ReceivedEvent event) {
            return false;
        }

        @Override
        public Correlation correlate(ReceivedEvent event) {
            once(onCorrelate, nothing -> onCorrelate = nothing);
            return Correlation.NONE;
        }
    };

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository() {
        @Override
        public boolean add(String key) {
            once(onLookUp, nothing -> onLookUp = nothing);
            return super.add(key);
        }
    };

    private static void once(Runnable task, Consumer<Runnable> set) {
        set.accept(() -> {});
        task.run();
    }

    private final class Receiver implements EventReceiver {

        private final EventFilter all = new EventFilter(null, null, null, null, null);
        private final Consumer<InFlightEvent> route;
        private final List<String> received = new ArrayList<>();
        private final List<InFlightEvent> held = new ArrayList<>();
        private boolean holds;
        private boolean accepts = true;

        Receiver(Consumer<InFlightEvent> route) {
            this.route = route;
        }

        @Override
        public String name() {
            return "receiver";
        }

        @Override
        public EventFilter filter() {
            return all;
        }

        @Override
        public boolean accepting() {
            if (dispatcher != null && dispatcher.inFlight().size() > 0) {
                once(onAccept, nothing -> onAccept = nothing);
            }
            return accepts;
        }

        @Override
        public void receive(InFlightEvent event) {
            if (holds) {
                held.add(event);
            } else {
                received.add(event.event().envelope().id());
                route.accept(event);
            }
        }
    }

    private void dispatch(AcknowledgeMode mode) {
        repository.start();
        dispatcher = new EventDispatcher(
                Runnable::run,
                operations,
                new DuplicateFilter(repository, mode == AcknowledgeMode.ROUTED),
                ConfiguredReceivers.NONE,
                mode,
                new EventRunner.Limits(THREADS, CAPACITY),
                new Counters());
        dispatcher.add(receiver);
    }

    private CompletableFuture<DeliveryResult> deliver(String... ids) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (String id : ids) {
            String json = "{\"type\":\"A\",\"id\":\"" + id + "\",\"data\":{\"callConnectionId\":\"" + id + "\"}}";
            try {
                events.addAll(EventParser.parse(json.getBytes(), true));
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
        onLookUp = () -> repeatAndFail("2");
        assertThat(deliver("1", "2").join()).isEqualTo(DeliveryResult.FAILED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(receiver.received).isEmpty();
        assertThat(deliver("1", "2").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1", "2");
    }

    @Test
    void theCorrelationOfTheEventFails() {
        dispatch(AcknowledgeMode.RECEIVED);
        onCorrelate = () -> repeatAndFail("1");
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void theDeliveryIsRefusedBecauseTheReceiverStops() {
        dispatch(AcknowledgeMode.RECEIVED);
        onAccept = () -> {
            repeat("1");
            receiver.accepts = false;
        };
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.CLOSED);
        assertThat(repeated).containsExactly(DeliveryResult.FAILED);
        assertThat(dispatcher.inFlight().size()).isZero();
    }

    @Test
    void theRouteFailsMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate = () -> receiver.held.get(0).fail();
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void theRouteEndsMeanwhile() {
        dispatch(AcknowledgeMode.ROUTED);
        hold("1");
        onCorrelate = () -> receiver.held.get(0).processed();
        assertThat(deliver("1")).isCompletedWithValue(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void theRouteGoesOn() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(dispatcher.inFlight().size()).isEqualTo(1);
        receiver.held.get(0).processed();
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void theReceiverIsRemovedMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate = () -> dispatcher.remove(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        dispatcher.add(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).containsExactly("1");
    }

    @Test
    void aReceiverIsRemovedBeforeTheEventIsLookedUp() {
        dispatch(AcknowledgeMode.RECEIVED);
        onCorrelate = () -> dispatcher.remove(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.FAILED);
        dispatcher.add(receiver);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received).as("what was withdrawn is not in flight").containsExactly("1");
    }

    @Test
    void theComponentFailsWhatIsInFlightMeanwhile() {
        dispatch(AcknowledgeMode.RECEIVED);
        hold("1");
        onCorrelate = dispatcher::close;
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
        Receiver skipping = new Receiver(InFlightEvent::skip);
        dispatcher.add(skipping);
        assertThat(deliver("1", "1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(skipping.received).containsExactly("1", "1");
    }

    @ParameterizedTest
    @EnumSource
    void anotherReceiverHasTheSameName(AcknowledgeMode mode) {
        dispatch(mode);
        Receiver other = new Receiver(InFlightEvent::processed);
        dispatcher.add(other);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(deliver("1").join()).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(receiver.received.size() + other.received.size()).isEqualTo(1);
    }
}
