package dev.callautomation.camel.internal.ingress;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * One event on its way to one consumer, from the reservation of its place until its end. It ends once: a transition that
 * does not follow from the present state changes nothing.
 */
public final class InFlightEvent {

    /** Where an event is. */
    public enum State {
        /** Counted, while its duplicates are looked up. */
        RESERVED,
        /** Waits for the event before it in its call, for a thread, or for the answer whether it is orphaned. */
        QUEUED,
        /** Passed to the consumer. */
        RUNNING,
        /** Has had its effect, while the route goes on with a later one. */
        ACKNOWLEDGED,
        /** The route has ended without a failure. */
        PROCESSED,
        /** Not wanted by the consumer this time; may be wanted when it is delivered again. */
        SKIPPED,
        /** The route has failed, no thread was left, or the component has stopped. */
        FAILED,
        /** Not passed to the consumer: processed before, or its delivery was refused. */
        WITHDRAWN,
        /** Not passed to the consumer: the same event is in flight to it, with an unknown end. */
        DUPLICATE;

        boolean isFinal() {
            return ordinal() > RUNNING.ordinal();
        }

        /** Whether the service has to deliver the event again. */
        boolean needsRedelivery() {
            return this == FAILED || this == DUPLICATE;
        }

        private boolean follows(State before) {
            return switch (this) {
                case RESERVED -> false;
                case QUEUED, WITHDRAWN, DUPLICATE -> before == RESERVED;
                case RUNNING -> before == QUEUED;
                case ACKNOWLEDGED, PROCESSED, SKIPPED -> before == RUNNING;
                case FAILED -> before == QUEUED || before == RUNNING;
            };
        }
    }

    private final ReceivedEvent event;
    private final EventReceiver receiver;
    private final EventIdentity key;
    private final Consumer<InFlightEvent> onEnd;
    private final AtomicReference<State> state = new AtomicReference<>(State.RESERVED);
    private volatile boolean run;
    private volatile boolean ended;
    /** Created when it is asked for: where deliveries are answered before routes have ended, it is not. */
    private volatile CompletableFuture<State> end;

    private Lane lane;
    private long number;
    private InFlightEvent original;
    private boolean first;
    private InFlightEvent next;
    private volatile Thread thread;
    private InFlightEvent following;
    private String digest;

    /**
     * @param key   by which its duplicates are recognized; {@code null} if they are not
     * @param onEnd called once, on the thread that ends it
     */
    InFlightEvent(ReceivedEvent event, EventReceiver receiver, EventIdentity key, Consumer<InFlightEvent> onEnd) {
        this.event = Objects.requireNonNull(event);
        this.receiver = Objects.requireNonNull(receiver);
        this.key = key;
        this.onEnd = onEnd;
    }

    public ReceivedEvent event() {
        return event;
    }

    EventReceiver receiver() {
        return receiver;
    }

    EventIdentity key() {
        return key;
    }

    /** The key in a repository that nodes share. Called by one thread at a time. */
    String digest() {
        if (digest == null) {
            digest = EventKey.digest(receiver.name(), event.envelope());
        }
        return digest;
    }

    /** @param order its place among the events in flight */
    void reserve(Lane of, long order) {
        lane = of;
        number = order;
    }

    /** {@code null} if it has no place among the events in flight. */
    Lane lane() {
        return lane;
    }

    long number() {
        return number;
    }

    /** Another event of the same key that was in flight before it; {@code null} if there is none. */
    InFlightEvent original() {
        return original;
    }

    void setOriginal(InFlightEvent other) {
        original = other;
    }

    /** Whether it began the queue of its call. */
    boolean isFirst() {
        return first;
    }

    void setFirst() {
        first = true;
    }

    /** The one behind it in the queue of its call. */
    InFlightEvent next() {
        return next;
    }

    void setNext(InFlightEvent behind) {
        next = behind;
    }

    InFlightEvent takeNext() {
        InFlightEvent behind = next;
        next = null;
        return behind;
    }

    State state() {
        return state.get();
    }

    /** Completed with the final state, after everything that this state entails. */
    CompletableFuture<State> end() {
        synchronized (state) {
            if (end == null) {
                end = new CompletableFuture<>();
            }
        }
        if (ended) {
            end.complete(state());
        }
        return end;
    }

    /** What the event shares with those that must not overtake it; {@code null} for an event without a call. */
    String call() {
        EventEnvelope envelope = event.envelope();
        return envelope.callConnectionId() != null ? envelope.callConnectionId() : envelope.serverCallId();
    }

    /** Whether it has ended. What this entails may still be done. */
    boolean isFinal() {
        return state().isFinal();
    }

    /** Whether it has not been passed to its consumer yet. */
    boolean isWaiting() {
        return state() == State.RESERVED || state() == State.QUEUED;
    }

    /** @param now the thread that passes it to the consumer; {@code null} when that has returned */
    void setThread(Thread now) {
        thread = now;
    }

    /** Whether it is being passed to the consumer by that thread. */
    boolean isRunBy(Thread current) {
        return thread == current;
    }

    /** The one that its thread runs after it. */
    void setFollowing(InFlightEvent after) {
        following = after;
    }

    InFlightEvent takeFollowing() {
        InFlightEvent after = following;
        following = null;
        return after;
    }

    boolean queue() {
        return move(State.QUEUED);
    }

    boolean run() {
        if (!move(State.RUNNING)) {
            return false;
        }
        run = true;
        return true;
    }

    /** Whether it was not passed to the consumer, and has to be: it has failed, or repeats another one that is not queued. */
    boolean isMissing() {
        State now = state();
        return now == State.FAILED && !run || now == State.DUPLICATE && !original.isTaken();
    }

    private boolean isTaken() {
        return switch (state()) {
            case QUEUED, RUNNING, ACKNOWLEDGED, PROCESSED -> true;
            case RESERVED, SKIPPED, FAILED, WITHDRAWN, DUPLICATE -> false;
        };
    }

    /** Whether it has been queued for the consumer, and not failed before that got it. */
    boolean passed() {
        return switch (state()) {
            case RESERVED, WITHDRAWN, DUPLICATE -> false;
            case QUEUED, RUNNING, ACKNOWLEDGED, PROCESSED, SKIPPED -> true;
            case FAILED -> run;
        };
    }

    /** Ends it for the delivery, while its route goes on. */
    public boolean acknowledge() {
        return finish(State.ACKNOWLEDGED);
    }

    public boolean processed() {
        return finish(State.PROCESSED);
    }

    public boolean skip() {
        return finish(State.SKIPPED);
    }

    public boolean fail() {
        return finish(State.FAILED);
    }

    boolean withdraw() {
        return finish(State.WITHDRAWN);
    }

    boolean duplicate() {
        return finish(State.DUPLICATE);
    }

    private boolean finish(State last) {
        if (!move(last)) {
            return false;
        }
        try {
            onEnd.accept(this);
        } finally {
            ended = true;
            if (end != null) {
                end.complete(last);
            }
        }
        return true;
    }

    private boolean move(State next) {
        State before = state.get();
        while (next.follows(before)) {
            if (state.compareAndSet(before, next)) {
                return true;
            }
            before = state.get();
        }
        return false;
    }

    @Override
    public String toString() {
        return event + " " + state;
    }
}
