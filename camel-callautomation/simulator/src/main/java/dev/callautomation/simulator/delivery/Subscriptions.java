package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;

/** Keeps the state of each Event Grid subscription and tells listeners of changes. Thread-safe. */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** The oldest of those that failed is forgotten then. */
    private static final int FAILED_KEPT = 20;

    private final SimulatorClock clock;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, SubscriptionStatus> byId = new LinkedHashMap<>();
    private final List<Consumer<SubscriptionStatus>> listeners = new CopyOnWriteArrayList<>();

    Subscriptions(SimulatorClock clock) {
        this.clock = clock;
    }

    /** Adds one whose handshake begins; an earlier one of the same endpoint stays until that has succeeded. */
    SubscriptionStatus begin(EventGridSubscription subscription) {
        SubscriptionStatus begun =
                SubscriptionStatus.pending(String.valueOf(ids.incrementAndGet()), subscription, clock.now());
        synchronized (this) {
            byId.values()
                    .removeIf(old -> !old.isSubscribed()
                            && sameEndpoint(subscription.endpoint()).test(old));
            byId.put(begun.id(), begun);
        }
        tell(begun);
        return begun;
    }

    /** The handshake has succeeded: this one takes the place of others of the same endpoint. */
    void accept(String id) {
        change(id, status -> {
            byId.values()
                    .removeIf(other -> !other.id().equals(id)
                            && sameEndpoint(status.subscription().endpoint()).test(other));
            return status.accepted(clock.now());
        });
    }

    /** The handshake has failed; {@code again} when it will be repeated. */
    void refuse(String id, String reason, boolean again) {
        change(id, status -> status.refused(reason, again, clock.now()));
        synchronized (this) {
            List<SubscriptionStatus> failed = byId.values().stream()
                    .filter(status -> status.state() == SubscriptionStatus.State.FAILED)
                    .toList();
            failed.stream().limit(Math.max(0, failed.size() - FAILED_KEPT)).forEach(oldest -> byId.remove(oldest.id()));
        }
    }

    void delivered(String id) {
        change(id, status -> status.delivered(clock.now()));
    }

    void undelivered(String id, String reason) {
        change(id, status -> status.undelivered(reason, clock.now()));
    }

    synchronized List<SubscriptionStatus> all() {
        return List.copyOf(byId.values());
    }

    synchronized Optional<SubscriptionStatus> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that deliver events of a full type name. */
    synchronized List<SubscriptionStatus> interestedIn(String type) {
        return byId.values().stream()
                .filter(status -> status.isSubscribed() && status.subscription().wants(type))
                .toList();
    }

    synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    synchronized void remove(URI endpoint) {
        byId.values().removeIf(sameEndpoint(endpoint));
    }

    synchronized void clear() {
        byId.clear();
    }

    AutoCloseable listen(Consumer<SubscriptionStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void change(String id, UnaryOperator<SubscriptionStatus> change) {
        SubscriptionStatus before;
        SubscriptionStatus after;
        synchronized (this) {
            before = byId.get(id);
            if (before == null) {
                return;
            }
            after = change.apply(before);
            byId.put(id, after);
        }
        // counters of deliveries are no news
        if (before.state() != after.state() || before.handshakes() != after.handshakes()) {
            tell(after);
        }
    }

    private void tell(SubscriptionStatus status) {
        listeners.forEach(listener -> tell(listener, status));
    }

    /** A listener that fails must end neither handshakes nor deliveries. */
    private static void tell(Consumer<SubscriptionStatus> listener, SubscriptionStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException e) {
            LOG.warn("A listener of subscriptions failed", e);
        }
    }

    private static Predicate<SubscriptionStatus> sameEndpoint(URI endpoint) {
        return status -> status.subscription().endpoint().equals(endpoint);
    }
}
