package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The events in flight of one consumer: their number, and the queue of each call. Calls share no lock. */
final class Lane {

    private final int limit;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, CallQueue> queues = new ConcurrentHashMap<>();
    /** Completed when it is not crowded any more. */
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();
    /** Whether one of them has waited in vain, and the route has ended no event since. */
    private volatile boolean hanging;

    /** @param limit maximum number of events */
    Lane(int limit) {
        this.limit = limit;
    }

    int size() {
        return count.get();
    }

    /** Says whether there was room for that many; if there are no others, there is. */
    boolean reserve(int number) {
        int before = count.get();
        while (before == 0 || before + number <= limit) {
            if (count.compareAndSet(before, before + number)) {
                return true;
            }
            before = count.get();
        }
        return false;
    }

    void release(int number) {
        count.addAndGet(-number);
        endWaiting();
    }

    /** Whether it has more than half of the events that it may have. */
    private boolean isCrowded() {
        return count.get() > Math.max(1, limit / 2);
    }

    /** Whether it is crowded, and gets less so: it is of no use to wait for a route that hangs. */
    boolean isBusy() {
        return isCrowded() && !hanging;
    }

    /** Completed when it is not crowded any more, or after a time. */
    CompletableFuture<Void> room(Duration longest) {
        CompletableFuture<Void> room = new CompletableFuture<>();
        waiting.add(room);
        // its last event may have ended before
        endWaiting();
        return room.orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS).handle((nothing, timeout) -> {
            waiting.remove(room);
            if (timeout != null) {
                hanging = true;
            }
            return null;
        });
    }

    private void endWaiting() {
        if (!waiting.isEmpty() && !isCrowded()) {
            waiting.forEach(room -> room.complete(null));
        }
    }

    /** Puts a queued event at the end of the queue of its call; says whether it is the first, so that it can run. */
    boolean enqueue(InFlightEvent event) {
        String call = event.call();
        if (call == null) {
            return !event.isFinal();
        }
        CallQueue queue = queues.compute(call, (key, present) -> {
            if (event.isFinal()) {
                // it has ended meanwhile
                return present;
            }
            return present == null ? new CallQueue(event) : present.add(event);
        });
        return queue != null && event.isFirst();
    }

    /** Removes an event that has ended. */
    void remove(InFlightEvent event) {
        String call = event.call();
        if (call != null) {
            queues.computeIfPresent(call, (key, queue) -> queue.remove(event));
        }
        if (hanging && event.passed()) {
            hanging = false;
        }
        release(1);
    }

    /** The queue that an event is in, in its order. */
    List<InFlightEvent> queue(InFlightEvent event) {
        String call = event.call();
        if (call == null) {
            return event.isFinal() ? List.of() : List.of(event);
        }
        List<InFlightEvent> queued = new ArrayList<>();
        queues.computeIfPresent(call, (key, queue) -> {
            queue.copyTo(queued);
            return queue;
        });
        return queued;
    }
}
