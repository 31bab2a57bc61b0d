package dev.callautomation.simulator.model;

import java.time.Instant;
import java.util.Locale;

/**
 * An Event Grid subscription as it was when asked.
 *
 * @param id of the subscription; a new one of the same endpoint has another
 * @param subscription what was asked for
 * @param state of the handshake and of the deliveries
 * @param reason why it is not active, without what of the endpoint may be secret; {@code null} when it is active
 * @param handshakes how often the validation handshake was tried
 * @param delivered deliveries that the endpoint accepted
 * @param failures deliveries that failed since the last one that was accepted, retries included
 * @param changedAt time of the last change of the state, by the simulator's clock
 */
public record SubscriptionStatus(
        String id,
        EventGridSubscription subscription,
        State state,
        String reason,
        int handshakes,
        long delivered,
        int failures,
        Instant changedAt) {

    /** A subscription with as many failures one after another is {@link State#FAILING}. */
    public static final int FAILING_AFTER = 5;

    /** What a subscription has come to. */
    public enum State {
        /** The handshake has not succeeded yet and is repeated. */
        PENDING,
        /** The handshake has succeeded; events are delivered. */
        ACTIVE,
        /** As active, but the last deliveries failed; further failures are left out of timelines. */
        FAILING,
        /** The handshake has failed and is not repeated; events are not delivered. */
        FAILED;

        /** As the control API writes it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One whose handshake begins now. */
    public static SubscriptionStatus pending(String id, EventGridSubscription subscription, Instant now) {
        return new SubscriptionStatus(id, subscription, State.PENDING, "The handshake has begun.", 0, 0, 0, now);
    }

    /** Whether events are delivered. */
    public boolean isSubscribed() {
        return state == State.ACTIVE || state == State.FAILING;
    }

    /** After a handshake that succeeded. */
    public SubscriptionStatus accepted(Instant now) {
        return new SubscriptionStatus(id, subscription, State.ACTIVE, null, handshakes + 1, delivered, 0, now);
    }

    /** After a handshake that failed. */
    public SubscriptionStatus refused(String why, boolean again, Instant now) {
        return new SubscriptionStatus(
                id,
                subscription,
                again ? State.PENDING : State.FAILED,
                why,
                handshakes + 1,
                delivered,
                failures,
                again ? changedAt : now);
    }

    /** After a delivery that was accepted. */
    public SubscriptionStatus delivered(Instant now) {
        return new SubscriptionStatus(
                id,
                subscription,
                State.ACTIVE,
                null,
                handshakes,
                delivered + 1,
                0,
                state == State.ACTIVE ? changedAt : now);
    }

    /** After a delivery that failed. */
    public SubscriptionStatus undelivered(String why, Instant now) {
        int inARow = failures + 1;
        boolean failing = inARow >= FAILING_AFTER;
        return new SubscriptionStatus(
                id,
                subscription,
                failing ? State.FAILING : state,
                failing ? inARow + " deliveries in a row have failed, the last one: " + why : reason,
                handshakes,
                delivered,
                inARow,
                failing && state != State.FAILING ? now : changedAt);
    }
}
