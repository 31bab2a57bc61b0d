package dev.callautomation.camel.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.apache.camel.support.LRUCacheFactory;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.ingress.ReceivedEvent;
import dev.callautomation.camel.ingress.StaleParticipants;
import dev.callautomation.camel.ingress.WaitingOperations;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Expectation;
import dev.callautomation.camel.operation.OperationCatalog;

/**
 * The operations of this node that wait for the event that ends them. No thread is held for any of them; their deadlines
 * share one timer.
 */
public final class PendingOperations implements WaitingOperations {

    /** How many events are kept for operations whose answer, which says what they are about, has not come yet. */
    private static final int EARLY_EVENTS = 2_000;
    /** Of how many operations it is remembered at least that their event came. */
    private static final int ENDED_OPERATIONS = 10_000;
    /** Of how many events it is remembered when they came first. */
    private static final int REPEATABLE_EVENTS = 10_000;

    private final ConcurrentSkipListMap<Key, PendingOperation> waiting = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, EarlyEvent> early = LRUCacheFactory.newLRUCache(EARLY_EVENTS);
    private final Map<String, CompletableFuture<Void>> ended;
    private final Map<String, Long> first = LRUCacheFactory.newLRUCache(REPEATABLE_EVENTS);
    private final Map<String, Boolean> unanswered = LRUCacheFactory.newLRUCache(EARLY_EVENTS);
    private final StaleParticipants stale = new StaleParticipants();
    private final ScheduledExecutorService timer;
    private final int capacity;
    private volatile boolean closed;

    /** What an operation is found by: what it shares with its events, and a number of its own. */
    private record Key(Link link, String id, long number) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int links = link.compareTo(other.link);
            int ids = links == 0 ? id.compareTo(other.id) : links;
            return ids == 0 ? Long.compare(number, other.number) : ids;
        }
    }

    private record EarlyEvent(ReceivedEvent event, long number) {}

    /**
     * @param timer    runs deadlines
     * @param capacity how many operations may wait at once
     */
    public PendingOperations(ScheduledExecutorService timer, int capacity) {
        this.timer = timer;
        this.capacity = capacity;
        this.ended = LRUCacheFactory.newLRUCache(Math.max(ENDED_OPERATIONS, capacity));
    }

    /**
     * Waits for the end of an operation that is about to be sent.
     *
     * @param  trace                      names the operation; {@code null} if its events do not give the operation context
     *                                    back
     * @param  listener                   told once; must not block
     * @throws RejectedExecutionException if too many wait already, or the component has stopped
     */
    public PendingOperation register(
            CallAutomationOperation operation,
            Expectation expectation,
            OperationTrace trace,
            Consumer<Outcome> listener) {
        if (count.incrementAndGet() > capacity) {
            count.decrementAndGet();
            throw new RejectedExecutionException("callautomation:" + operation + " was not sent: " + capacity
                    + " operations wait for their events already; raise the component's option maxPendingOperations,"
                    + " or start fewer");
        }
        PendingOperation pending =
                new PendingOperation(this, numbers.incrementAndGet(), operation, expectation, listener);
        // one that no event names is found by a name of its own, when the component stops
        pending.watch(Link.OPERATION, trace == null ? "#" + pending.number() : trace.operation());
        expectation.ids().forEach(pending::watch);
        if (closed) {
            pending.end(Outcome.without(Outcome.Ending.STOPPED));
        }
        return pending;
    }

    /** Adds a way to find an operation, and gives it the event that has come for it already. */
    void watch(PendingOperation pending, Link link, String id) {
        waiting.put(new Key(link, id, pending.number()), pending);
        EarlyEvent known = early.get(link + id);
        // what came before the operation began is not about it
        if (known != null && known.number() > pending.number()) {
            pending.offer(link, known.event(), null);
        }
    }

    void forget(PendingOperation pending, Link link, String id) {
        waiting.remove(new Key(link, id, pending.number()));
    }

    /**
     * A wait has ended, and what it was found by is forgotten.
     *
     * @param outcome {@code null} if nobody is told
     */
    void ended(String operation, Outcome outcome) {
        count.decrementAndGet();
        if (outcome != null && outcome.event() != null) {
            ended.put(operation, outcome.settled());
        }
    }

    /** An operation has no answer: if it is sent again, under the same name, its event may have come in between. */
    void unanswered(String operation) {
        unanswered.put(operation, Boolean.TRUE);
    }

    ScheduledFuture<?> schedule(Runnable task, long millis) {
        return timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** How many operations wait. */
    public int size() {
        return count.get();
    }

    /** Whether the operation of this event waits here, or has waited until its event came. */
    public boolean knows(OperationTrace trace) {
        return ended.containsKey(trace.operation())
                || !found(Link.OPERATION, trace.operation()).isEmpty();
    }

    @Override
    public Claim offer(ReceivedEvent event) {
        boolean overtaken = stale.isStale(event.envelope());
        OperationTrace trace = event.envelope().trace();
        boolean nobody = trace != null && trace.awaited() && !knows(trace);
        List<CompletableFuture<Void>> settled = new ArrayList<>();
        CompletableFuture<Void> going = trace == null ? null : ended.get(trace.operation());
        if (going != null) {
            // it may have come again because that takes long
            settled.add(going);
        }
        if (!overtaken) {
            Map<Link, String> links = Links.of(event.envelope());
            List<PendingOperation> owners =
                    links.containsKey(Link.OPERATION) ? found(Link.OPERATION, links.get(Link.OPERATION)) : List.of();
            long number = firstCame(event.envelope());
            links.forEach((link, id) -> {
                if (Links.mayBeEarly(link, event.envelope())) {
                    early.put(link + id, new EarlyEvent(event, number));
                } else if (link == Link.OPERATION && unanswered.containsKey(id)) {
                    early.put(link + id, new EarlyEvent(event, Long.MAX_VALUE));
                }
                for (PendingOperation pending : found(link, id)) {
                    if (link != Link.OPERATION && pending.number() > number) {
                        // an event that comes again is about an operation of before
                        continue;
                    }
                    PendingOperation owner = owners.stream()
                            .filter(other ->
                                    other.operation() == pending.operation() || Links.isFailure(event.envelope()))
                            .findFirst()
                            .orElse(null);
                    pending.offer(link, event, owner).ifPresent(settled::add);
                }
            });
        }
        return new Claim(
                CompletableFuture.completedStage(nobody),
                CompletableFuture.allOf(settled.toArray(CompletableFuture[]::new)));
    }

    /** When an event came first, as a number among those of operations. An event that names its operation needs none. */
    private long firstCame(EventEnvelope event) {
        if (event.id() == null || !OperationCatalog.endsUnnamed(event.shortType())) {
            return numbers.incrementAndGet();
        }
        String key = String.join("|", event.id(), event.type(), event.source(), String.valueOf(event.time()));
        long now = numbers.incrementAndGet();
        Long before = first.putIfAbsent(key, now);
        return before == null ? now : before;
    }

    private List<PendingOperation> found(Link link, String id) {
        NavigableMap<Key, PendingOperation> found =
                waiting.subMap(new Key(link, id, 0), true, new Key(link, id, Long.MAX_VALUE), true);
        return found.isEmpty() ? List.of() : List.copyOf(found.values());
    }

    @Override
    public void close() {
        closed = true;
        for (PendingOperation pending : waiting.values()) {
            pending.end(Outcome.without(Outcome.Ending.STOPPED));
        }
    }
}
