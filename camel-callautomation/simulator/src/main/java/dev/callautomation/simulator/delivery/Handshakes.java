package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;

/** Performs the validation handshake of subscriptions, once or until it succeeds. */
final class Handshakes {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** In which an application can be built and started. */
    private static final Duration LONGEST_TIME = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Subscriptions subscriptions;
    private final Function<EventGridSubscription, RequestSender> senders;
    private final LongSupplier nanoTime;

    /**
     * Handshakes of subscriptions.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    Handshakes(
            Vertx vertx,
            Subscriptions subscriptions,
            Function<EventGridSubscription, RequestSender> senders,
            LongSupplier nanoTime) {
        this.vertx = vertx;
        this.subscriptions = subscriptions;
        this.senders = senders;
        this.nanoTime = nanoTime;
    }

    /** Performs it once; fails with an {@link IllegalStateException} that holds the reason. */
    Future<SubscriptionStatus> once(EventGridSubscription subscription) {
        SubscriptionStatus begun = subscriptions.begin(subscription);
        return perform(subscription)
                .onSuccess(done -> subscriptions.accept(begun.id()))
                .onFailure(e -> subscriptions.refuse(begun.id(), e.getMessage(), false))
                .map(done -> current(begun));
    }

    /** Performs it until it succeeds, for about ten minutes; the result is the state after the first attempt. */
    Future<SubscriptionStatus> repeatedly(EventGridSubscription subscription) {
        SubscriptionStatus begun = subscriptions.begin(subscription);
        return attempt(begun, 1, nanoTime.getAsLong());
    }

    private Future<SubscriptionStatus> attempt(SubscriptionStatus begun, int attempt, long start) {
        return perform(begun.subscription()).transform(outcome -> {
            if (outcome.succeeded()) {
                subscriptions.accept(begun.id());
            } else {
                boolean again = nanoTime.getAsLong() - start < LONGEST_TIME.toNanos();
                subscriptions.refuse(begun.id(), outcome.cause().getMessage(), again);
                if (again && subscriptions.find(begun.id()).isPresent()) {
                    // real time: virtual time moves calls, and the application starts without it
                    vertx.setTimer(pauseAfter(attempt).toMillis(), timer -> repeat(begun, attempt + 1, start));
                }
            }
            return Future.succeededFuture(current(begun));
        });
    }

    private void repeat(SubscriptionStatus begun, int attempt, long start) {
        if (subscriptions.find(begun.id()).isPresent()) {
            attempt(begun, attempt, start);
        }
    }

    private Future<Void> perform(EventGridSubscription subscription) {
        return EventGridFormat.of(subscription.schema())
                .handshake(senders.apply(subscription), subscription.endpoint());
    }

    private SubscriptionStatus current(SubscriptionStatus begun) {
        return subscriptions.find(begun.id()).orElse(begun);
    }

    private static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
