package dev.callautomation.simulator.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.execution.SimulatorClock;

/** Responses that are delayed for a time or until an event has been sent. Thread-safe. */
public final class DelayedResponses {

    /** In real time, also with a virtual clock, since the client waits in real time. */
    static final Duration EVENT_TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final SimulatorClock clock;
    private final Set<Held> waiting = ConcurrentHashMap.newKeySet();

    public DelayedResponses(Vertx vertx, SimulatorClock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Completes after a time of the simulator's clock. */
    public Future<Boolean> after(Duration delay) {
        Held held = hold("", Set.of());
        clock.schedule(delay, () -> held.promise().tryComplete(true));
        return held.promise().future();
    }

    /**
     * Completes when an event of one of these types has been sent, or with {@code false} when none comes in time.
     *
     * @param id of the event's call connection, or of its call
     */
    public Future<Boolean> untilSent(String id, Set<String> types) {
        Held held = hold(id, types);
        Timer deadline = vertx.timer(EVENT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        deadline.onSuccess(late -> held.promise().tryComplete(false));
        return held.promise().future().onComplete(done -> deadline.cancel());
    }

    /** Tells that an event has been sent and answered, in whatever way; with the ids of its call and connection. */
    public void sent(Collection<String> ids, String type) {
        waiting.stream()
                .filter(held -> held.types().contains(type) && ids.contains(held.id()))
                .forEach(held -> held.promise().tryComplete(true));
    }

    /** Completes all. */
    public void release() {
        waiting.forEach(held -> held.promise().tryComplete(false));
    }

    private Held hold(String id, Set<String> types) {
        Held held = new Held(id, types, Promise.promise());
        waiting.add(held);
        held.promise().future().onComplete(done -> waiting.remove(held));
        return held;
    }

    private record Held(String id, Set<String> types, Promise<Boolean> promise) {}
}
