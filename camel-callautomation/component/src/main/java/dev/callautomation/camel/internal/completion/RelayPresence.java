package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Tells the other nodes when this one starts, so that they soon agree on who keeps the nodes of a call. A message that
 * cannot be sent is not logged: the health check shows it.
 */
final class RelayPresence {

    private final String node;
    private final RelayHealth relay;
    private final boolean returned;
    private final ScheduledExecutorService timer;
    private final Duration interval;
    private volatile boolean awaited;
    private volatile @Nullable ScheduledFuture<?> repetition;

    /**
     * @param node     the id of this node
     * @param returned whether the messages of this node come back to it
     * @param timer    runs repetitions
     * @param interval the time after which a greeting that has not come back is repeated, as this node may not have been
     *                 receiving yet
     */
    RelayPresence(String node, RelayHealth relay, boolean returned, ScheduledExecutorService timer, Duration interval) {
        this.node = node;
        this.relay = relay;
        this.returned = returned;
        this.timer = timer;
        this.interval = interval;
    }

    void begin() {
        awaited = returned;
        greet();
    }

    private void greet() {
        relay.send(RelayMessage.hello(node, null));
        if (awaited) {
            repetition = timer.schedule(this::greetAgain, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void greetAgain() {
        if (awaited) {
            greet();
        }
    }

    /** A greeting was received, of this node or another one. */
    void greeted(RelayMessage message) {
        if (node.equals(message.from())) {
            awaited = false;
        } else if (message.to() == null) {
            relay.sendTo(message.from(), RelayMessage.hello(node, message.from()));
        }
    }

    void end() {
        awaited = false;
        ScheduledFuture<?> next = repetition;
        if (next != null) {
            next.cancel(false);
        }
    }
}
