package dev.callautomation.simulator.fault;

import java.util.ArrayList;
import java.util.List;

import dev.callautomation.simulator.model.TokenFlaw;

/**
 * A fault of a delivery.
 *
 * @param duplicate how often the event is sent, with the same id; 1 is as it should be
 * @param dropped it is never sent
 * @param reordered it is sent after the next event of its call connection, or alone when none comes within a second
 * @param early the answer to the operation that led to the event waits until the event has been sent
 * @param delayMillis how much later it is sent, by the simulator's clock; those after it wait as well
 * @param token what is wrong with its token, {@code null} for nothing
 */
public record EventFault(
        Trigger when,
        int times,
        int duplicate,
        boolean dropped,
        boolean reordered,
        boolean early,
        long delayMillis,
        TokenFlaw token)
        implements Fault {

    private static final int MOST_COPIES = 100;

    public EventFault {
        Fault.checkTimes(times, delayMillis);
        if (duplicate < 1 || duplicate > MOST_COPIES) {
            throw new IllegalArgumentException("duplicate must be between 2 and " + MOST_COPIES
                    + ", how often the event is sent, not " + duplicate);
        }
    }

    /** Sends the event this often in all, 2 to 100 times. */
    public EventFault duplicate(int value) {
        return new EventFault(when, times, value, dropped, reordered, early, delayMillis, token);
    }

    /** Never sends the event. */
    public EventFault drop() {
        return new EventFault(when, times, duplicate, true, reordered, early, delayMillis, token);
    }

    /** Sends the event after the next one of its call connection. */
    public EventFault reorder() {
        return new EventFault(when, times, duplicate, dropped, true, early, delayMillis, token);
    }

    /** Sends the event before the operation that leads to it is answered. */
    public EventFault beforeResponse() {
        return new EventFault(when, times, duplicate, dropped, reordered, true, delayMillis, token);
    }

    /** Sends the event later, by the simulator's clock, and with it those that come after. */
    public EventFault delayMillis(long value) {
        return new EventFault(when, times, duplicate, dropped, reordered, early, value, token);
    }

    /** Sends the event with a token that has this flaw. */
    public EventFault token(TokenFlaw value) {
        return new EventFault(when, times, duplicate, dropped, reordered, early, delayMillis, value);
    }

    @Override
    public EventFault times(int value) {
        return new EventFault(when, value, duplicate, dropped, reordered, early, delayMillis, token);
    }

    @Override
    public EventFault inCall(String id) {
        return at(when.inCall(id), times);
    }

    @Override
    public EventFault withChance(double chance, long seed) {
        return at(when.withChance(chance, seed), ALWAYS);
    }

    private EventFault at(Trigger other, int often) {
        return new EventFault(other, often, duplicate, dropped, reordered, early, delayMillis, token);
    }

    @Override
    public void check() {
        boolean later = duplicate > 1 || reordered || delayMillis > 0 || token != null;
        if (!later && !dropped && !early) {
            throw new IllegalArgumentException("the fault of the event " + when.name()
                    + " does nothing: give it duplicate, drop, reorder, beforeResponse, delayMillis or token");
        }
        if (dropped && (later || early) || early && later) {
            throw new IllegalArgumentException("drop and beforeResponse stand alone: make other faults of the rest");
        }
    }

    /** Whether it can happen to an event of Event Grid, which knows no order and carries no token of the service. */
    public boolean suitsEventGrid() {
        return !reordered && !early && token == null;
    }

    /** What is wrong, for the timeline. */
    public String description() {
        List<String> parts = new ArrayList<>();
        if (dropped) {
            parts.add("is not sent");
        }
        if (early) {
            parts.add("is sent before the response");
        }
        if (reordered) {
            parts.add("is sent after the next event");
        }
        if (delayMillis > 0) {
            parts.add("is sent " + delayMillis + " ms later");
        }
        if (duplicate > 1) {
            parts.add("is sent " + duplicate + " times");
        }
        if (token != null) {
            parts.add("has the token flaw " + token.wireName());
        }
        return String.join(", ", parts);
    }
}
