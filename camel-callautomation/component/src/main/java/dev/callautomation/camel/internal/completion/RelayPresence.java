package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Announces to the other nodes that this one starts or stops, so that they soon agree on who keeps the nodes of a call. A
 * message that cannot be sent is not logged: the health check shows it.
 */
final class RelayPresence {

    private final String node;
    private final RelayHealth relay;
    private final LongSupplier numbers;
    private final ScheduledExecutorService timer;
    private final Duration interval;
    private boolean announced;
    private boolean awaited;
    private @Nullable ScheduledFuture<?> repetition;

    /**
     * @param node     the id of this node
     * @param numbers  numbers starts and stops
     * @param timer    runs repetitions
     * @param interval the time after which an announcement that has not come back is repeated, as this node may not have been
     *                 receiving yet
     */
    RelayPresence(
            String node, RelayHealth relay, LongSupplier numbers, ScheduledExecutorService timer, Duration interval) {
        this.node = node;
        this.relay = relay;
        this.numbers = numbers;
        this.timer = timer;
        this.interval = interval;
    }

    /** @param returned whether the messages of this node come back to it */
    synchronized void begin(boolean returned) {
        awaited = returned;
        announced = true;
        announce();
    }

    private void announce() {
        relay.send(RelayMessage.nodeStarted(node, null, numbers.getAsLong()));
        if (awaited) {
            repetition = timer.schedule(this::repeat, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void repeat() {
        if (awaited) {
            announce();
        }
    }

    /** An announcement of a start was received, of this node or another one, which needs to know whether all route by call. */
    synchronized void messageReceived(RelayMessage message) {
        if (node.equals(message.from())) {
            awaited = false;
        } else if (message.to() == null && message.routesByCall()) {
            relay.sendTo(message.from(), RelayMessage.nodeStarted(node, message.from(), numbers.getAsLong()));
        }
    }

    /** Completes when the announcement has been taken; at once if there was one. */
    synchronized CompletionStage<Void> end() {
        awaited = false;
        if (repetition != null) {
            repetition.cancel(false);
        }
        if (!announced) {
            return CompletableFuture.completedStage(null);
        }
        announced = false;
        return relay.send(RelayMessage.nodeStopped(node, numbers.getAsLong()));
    }
}
