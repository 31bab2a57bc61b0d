package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.ingress.EventCorrelator;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.ingress.StaleParticipants;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.RecentEntries;

/** The pending operations of this node. None of them holds a thread; their deadlines share one timer. */
public final class PendingOperations implements EventCorrelator {

    /** Minimum number of completed operations that are remembered, as their events may be delivered again. */
    private static final int COMPLETED_OPERATIONS = 10_000;

    static final BiConsumer<String, Boolean> UNOBSERVED = (id, started) -> {};

    private final PendingOperationIndex index = new PendingOperationIndex();
    private final AtomicInteger count = new AtomicInteger();
    private final ArrivalOrder order;
    private final EarlyEvents earlyEvents = new EarlyEvents();
    private final RecentEntries<String, CompletableFuture<Void>> completed;
    private final StaleParticipants staleParticipants = new StaleParticipants();
    private final Deadlines deadlines;
    private final int capacity;
    private final Predicate<String> completesByCorrelation;
    private volatile boolean closed;
    private volatile BiConsumer<String, Boolean> observer = UNOBSERVED;

    /**
     * @param timer                  runs deadlines
     * @param capacity               maximum number of pending operations
     * @param completesByCorrelation whether an event of a type may complete an operation that its operation context does not
     *                               name
     */
    public PendingOperations(ScheduledExecutorService timer, int capacity, Predicate<String> completesByCorrelation) {
        this(new Deadlines(timer, System::nanoTime), capacity, completesByCorrelation);
    }

    PendingOperations(Deadlines deadlines, int capacity, Predicate<String> completesByCorrelation) {
        this.deadlines = deadlines;
        this.order = new ArrivalOrder(deadlines::nanoTime);
        this.capacity = capacity;
        this.completesByCorrelation = completesByCorrelation;
        this.completed = new RecentEntries<>(Math.max(COMPLETED_OPERATIONS, capacity));
    }

    /**
     * Registers an operation that is about to be sent.
     *
     * @param  prefix                     identifies the operation in its operation context; {@code null} if no event returns
     *                                    that
     * @throws RejectedExecutionException if the maximum number of operations is pending
     */
    public PendingOperation register(
            CallAutomationOperation operation,
            CompletionExpectation expectation,
            OperationContextPrefix prefix,
            CompletionListener listener) {
        if (count.incrementAndGet() > capacity) {
            count.decrementAndGet();
            throw new RejectedExecutionException("was not sent: the maximum of "
                    + capacity + " operations is pending; raise the component's option maxPendingOperations,"
                    + " or start fewer operations at the same time");
        }
        PendingOperation pending =
                new PendingOperation(this, nanoTime(), order.next(), operation, expectation, listener);
        // each operation needs an entry in the index, by which it is found when the component stops
        pending.correlateBy(CorrelationKey.OPERATION, prefix == null ? "#" + pending.number() : prefix.operationId());
        expectation.ids().forEach(pending::correlateBy);
        if (closed) {
            pending.stop();
        }
        return pending;
    }

    /**
     * Sets what observes the calls and recordings of this node.
     *
     * @param observer takes an id, and whether this node has started it, or has an operation that its events may complete
     */
    void observe(BiConsumer<String, Boolean> observer) {
        this.observer = observer;
    }

    /**
     * An operation of this node has started a call or a recording, whether its completion is awaited or not.
     *
     * @param id in the response
     */
    public void started(String id) {
        observer.accept(id, true);
    }

    /** Adds an entry to the index, and completes the operation if its event has arrived already. */
    void add(PendingOperation pending, CorrelationKey key, String id) {
        index.add(pending, key, id);
        if (key == CorrelationKey.CALL || key == CorrelationKey.RECORDING) {
            observer.accept(id, false);
        }
        earlyEvents.find(key, id, pending).ifPresent(event -> pending.eventReceived(key, event));
    }

    void remove(PendingOperation pending, CorrelationKey key, String id) {
        index.remove(pending, key, id);
    }

    /** Removes an operation in its final state. */
    void remove(PendingOperation pending, CompletionState state) {
        if (state.outcome() != null && state.outcome().event() != null) {
            completed.put(pending.operationId(), pending.processed());
        }
        pending.ids().forEach((key, id) -> index.remove(pending, key, id));
        count.decrementAndGet();
    }

    void responseMissing(String operationId) {
        earlyEvents.responseMissing(operationId);
    }

    Deadlines.Tick schedule(PendingOperation pending, Duration delay) {
        return deadlines.add(pending, delay);
    }

    /** Whether an event of the type may complete an operation that its operation context does not name. */
    boolean completesByCorrelation(String type) {
        return completesByCorrelation.test(type);
    }

    /** The number of pending operations. */
    public int size() {
        return count.get();
    }

    /** The pending operations in the order in which they were sent. */
    public List<PendingOperationView> views() {
        return index.all()
                .sorted(Comparator.comparingLong(PendingOperation::number))
                .map(PendingOperation::view)
                .toList();
    }

    /** The age of the oldest pending operation in milliseconds; 0 if there is none. */
    public long oldestAge() {
        long now = nanoTime();
        return TimeUnit.NANOSECONDS.toMillis(
                index.all().mapToLong(operation -> now - operation.nanoTime()).reduce(0, Math::max));
    }

    /** As {@link System#nanoTime()}. */
    long nanoTime() {
        return deadlines.nanoTime();
    }

    /** The number of ids by which pending operations are found. */
    int indexSize() {
        return index.size();
    }

    /** Whether the operation is pending on this node, or was completed by its event here. */
    boolean isKnown(OperationContextPrefix prefix) {
        return isKnown(prefix.operationId());
    }

    boolean isKnown(String operationId) {
        // in this order: it is added to the completed before it is removed from the index
        return !index.find(CorrelationKey.OPERATION, operationId).isEmpty() || completed.containsKey(operationId);
    }

    @Override
    public boolean mayBeOrphaned(ReceivedEvent event) {
        return EventCorrelation.awaited(event).isPresent();
    }

    @Override
    public Correlation correlate(ReceivedEvent event) {
        return correlate(event, Duration.ZERO);
    }

    /**
     * As {@link #correlate(ReceivedEvent)}.
     *
     * @param age the time since another node has received the event: operations that began since then are completed by it only
     *            if it names them
     */
    Correlation correlate(ReceivedEvent event, Duration age) {
        boolean stale = staleParticipants.isStale(event.envelope());
        Optional<OperationContextPrefix> awaited = EventCorrelation.awaited(event);
        boolean orphaned = awaited.isPresent() && !isKnown(awaited.get());
        List<CompletableFuture<Void>> processing = new ArrayList<>();
        // it may have been delivered again because its processing takes long
        awaited.map(prefix -> completed.get(prefix.operationId())).ifPresent(processing::add);
        if (!stale) {
            complete(event, age, awaited.map(OperationContextPrefix::operationId), processing);
        }
        return !orphaned && processing.isEmpty()
                ? Correlation.NONE
                : new Correlation(
                        CompletableFuture.completedStage(orphaned),
                        CompletableFuture.allOf(processing.toArray(CompletableFuture[]::new)));
    }

    private void complete(
            ReceivedEvent event, Duration age, Optional<String> operationId, List<CompletableFuture<Void>> processing) {
        List<PendingOperation> named =
                operationId.map(id -> index.find(CorrelationKey.OPERATION, id)).orElse(List.of());
        operationId.ifPresent(id -> earlyEvents.keepIfRepeated(id, event));
        for (PendingOperation pending : named) {
            complete(pending, CorrelationKey.OPERATION, event, processing);
        }
        if (completesByCorrelation(event.envelope().shortType())) {
            // also while nothing is pending: it may be delivered again
            ArrivalOrder.Arrival arrival = order.firstArrival(event, age.toNanos());
            // in this order: an operation that is not counted yet gets a higher number, so that the event precedes it
            if (size() > 0) {
                completeByCorrelation(event, arrival, named, processing);
            }
        }
    }

    private void completeByCorrelation(
            ReceivedEvent event,
            ArrivalOrder.Arrival arrival,
            List<PendingOperation> named,
            List<CompletableFuture<Void>> processing) {
        EventEnvelope envelope = event.envelope();
        EventCorrelation.ids(envelope).forEach((key, id) -> {
            earlyEvents.keep(key, id, event, arrival);
            for (PendingOperation pending : index.find(key, id)) {
                if (arrival.isAfter(pending) && !namesAnother(named, pending, envelope)) {
                    complete(pending, key, event, processing);
                }
            }
        });
    }

    private static void complete(
            PendingOperation pending,
            CorrelationKey key,
            ReceivedEvent event,
            List<CompletableFuture<Void>> processing) {
        if (pending.eventReceived(key, event)) {
            processing.add(pending.processed());
        }
    }

    /** Whether the event names an operation of the same kind, or the one that has failed, so that it concerns no other. */
    private static boolean namesAnother(List<PendingOperation> named, PendingOperation pending, EventEnvelope event) {
        return !EventCorrelation.endsCall(event)
                && named.stream()
                        .filter(other -> other.operation() == pending.operation() || EventCorrelation.isFailure(event))
                        .findFirst()
                        .filter(other -> other != pending)
                        .isPresent();
    }

    @Override
    public void close() {
        closed = true;
        index.all().forEach(PendingOperation::stop);
    }
}
