package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.support.CallIds;

/**
 * Passes events to their receivers, on a thread pool of its own, of which each receiver uses a limited number of threads. A
 * receiver gets the events of one call one after another, in the order of their arrival, and each of them once.
 */
final class EventRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EventRunner.class);

    private final Consumer<InFlightEvent> onEnd = this::ended;
    private final InFlightEvents inFlight;
    private final DuplicateFilter duplicates;
    private final ReceiverThreads threads;

    /**
     * The limits of each receiver.
     *
     * @param threads maximum number of threads that run it
     * @param events  maximum number of events in flight
     * @param delay   maximum time for which the answer to a delivery is delayed while there are many
     */
    record Limits(int threads, int events, Duration delay) {}

    /** @param pool runs receivers; has a thread for each task */
    EventRunner(Executor pool, DuplicateFilter duplicates, Limits limits) {
        this.duplicates = duplicates;
        this.threads = new ReceiverThreads(pool, limits.threads());
        this.inFlight = new InFlightEvents(limits.events(), limits.delay());
    }

    void add(EventReceiver receiver) {
        threads.add(receiver);
        inFlight.add(receiver);
    }

    /**
     * Fails the events that the receiver has not processed: it will not end them, and their redeliveries must not count as
     * duplicates.
     */
    void remove(EventReceiver receiver) {
        threads.remove(receiver);
        failAll(inFlight.all(receiver), "{} had not been processed by {} when that stopped");
        inFlight.forget(receiver);
    }

    InFlightEvents inFlight() {
        return inFlight;
    }

    /** Whether an event loop may queue events: that waits for no other process. */
    boolean isFast() {
        return !duplicates.mayBlock();
    }

    /** An event that has no place among the events in flight yet. */
    InFlightEvent create(ReceivedEvent event, EventReceiver receiver) {
        return new InFlightEvent(event, receiver, EventKey.of(receiver.name(), event), onEnd);
    }

    /** Fails the events in flight, and logs them. */
    void close() {
        failAll(inFlight.all(), "{} had not been processed by {} when the component stopped");
    }

    /**
     * Queues an event, unless it is a duplicate.
     *
     * @param  soon                       as {@link ReceiverThreads#execute}
     * @throws RejectedExecutionException if no thread takes it
     */
    void enqueue(InFlightEvent event, Executor soon) {
        CallIds.Scope ids = open(event);
        try {
            enqueueNew(event, soon);
        } finally {
            ids.close();
        }
    }

    private void enqueueNew(InFlightEvent event, Executor soon) {
        if (!inFlight.identify(event)) {
            LOG.debug("{} is a duplicate of one in flight", event);
            event.duplicate();
            return;
        }
        if (duplicates.isProcessed(event)) {
            LOG.debug("{} is a duplicate of one processed before", event);
            event.withdraw();
            return;
        }
        if (!event.queue()) {
            duplicates.forget(event);
            throw new RejectedExecutionException("The component has stopped");
        } else if (inFlight.enqueue(event) && !start(event, soon)) {
            throw new RejectedExecutionException("The thread pool takes no more events");
        }
    }

    /** Runs it as soon as it is known whether it is orphaned. Says whether it may still run; if not, it has failed. */
    private boolean start(InFlightEvent event, Executor soon) {
        if (event.event().isClaimed()) {
            return submit(event, soon);
        }
        event.event().whenClaimed(() -> submit(event, null), Runnable::run);
        return true;
    }

    /** Says whether a thread takes it; if none does, it has failed, and the events behind it. */
    private boolean submit(InFlightEvent event, Executor soon) {
        try {
            threads.execute(event.receiver(), () -> runAll(event), () -> rejected(event), soon);
            return true;
        } catch (Throwable e) {
            // also an error, when the operating system has no more threads
            LOG.debug("No thread takes {}", event, e);
            rejected(event);
            return false;
        }
    }

    private void rejected(InFlightEvent event) {
        failAll(inFlight.queue(event), "{} is not processed by {}: the thread pool takes no more events");
    }

    /** And the events of the call behind it, one after another, unless events of other calls wait for a thread. */
    private void runAll(InFlightEvent first) {
        InFlightEvent event = first;
        while (event != null) {
            CallIds.Scope ids = open(event);
            try {
                run(event);
            } finally {
                ids.close();
            }
            InFlightEvent behind = event.takeFollowing();
            if (behind != null
                    && (threads.isBusy(behind.receiver()) || !behind.event().isClaimed())) {
                start(behind, null);
                behind = null;
            }
            event = behind;
        }
    }

    private void run(InFlightEvent event) {
        if (!event.run()) {
            return;
        }
        event.setThread(Thread.currentThread());
        try {
            event.receiver().receive(event);
        } catch (Throwable e) {
            // an event that never ends would keep its place, its call's queue and its redeliveries
            LOG.error("{} could not be passed to {}", event, event.receiver(), e);
            event.fail();
        } finally {
            event.setThread(null);
        }
    }

    private static CallIds.Scope open(InFlightEvent event) {
        return event.event().callIds().open();
    }

    private void ended(InFlightEvent event) {
        CallIds.Scope ids = open(event);
        try {
            switch (event.state()) {
                case ACKNOWLEDGED, PROCESSED -> duplicates.remember(event);
                case SKIPPED, FAILED -> duplicates.forget(event);
                default -> LOG.debug("{} was not passed to {}", event, event.receiver());
            }
        } finally {
            ids.close();
            startNext(event);
        }
    }

    private void startNext(InFlightEvent ended) {
        InFlightEvent next = inFlight.remove(ended);
        if (next == null) {
            return;
        }
        // a route that goes on after the acknowledgement of its event may wait for the next one
        if (ended.state() == InFlightEvent.State.ACKNOWLEDGED || !ended.isRunBy(Thread.currentThread())) {
            start(next, null);
        } else {
            ended.setFollowing(next);
        }
    }

    /** From the last to the first, so that none starts because the one before it in its queue has ended. */
    private static void failAll(List<InFlightEvent> events, String message) {
        for (int i = events.size() - 1; i >= 0; i--) {
            InFlightEvent event = events.get(i);
            String description = event.toString();
            if (event.fail() || event.withdraw()) {
                event.event().callIds().run(() -> LOG.warn(message, description, event.receiver()));
            }
        }
    }
}
