package dev.callautomation.simulator.model;

import java.time.Duration;
import java.util.Locale;

/**
 * Something a phone does by itself during a call.
 *
 * @param hears a part of what it has to hear first, whatever its case; {@code null} when being connected is enough
 * @param after how long after that
 * @param what the keys it presses or the text it says, {@code null} when it hangs up
 */
public record Reaction(String hears, Duration after, Action action, String what) {

    /** What a phone can do. */
    public enum Action {
        PRESS,
        SAY,
        HANG_UP
    }

    public Reaction {
        if (after.isNegative()) {
            throw new IllegalArgumentException("A phone cannot react before it hears: give 0 ms or more.");
        }
        if (hears != null && hears.isBlank()) {
            throw new IllegalArgumentException("hears must not be blank: leave it out to react to being connected.");
        }
    }

    /** When the phone hears this, or something that contains it; begin a reaction with this. */
    public static Moment hearing(String part) {
        return new Moment(part, Duration.ZERO);
    }

    /** When the phone is connected to another party; begin a reaction with this. */
    public static Moment connected() {
        return new Moment(null, Duration.ZERO);
    }

    /** Whether hearing {@code sound} sets it off. */
    public boolean isTriggeredBy(String sound) {
        return hears != null && sound.toLowerCase(Locale.ROOT).contains(hears.toLowerCase(Locale.ROOT));
    }

    /** Whether being connected sets it off. */
    public boolean isTriggeredByConnecting() {
        return hears == null;
    }

    /** The time of a reaction. */
    public record Moment(String hears, Duration after) {

        /** So much later. */
        public Moment after(Duration delay) {
            return new Moment(hears, delay);
        }

        /** {@link #after(Duration)} in milliseconds. */
        public Moment afterMillis(long millis) {
            return after(Duration.ofMillis(millis));
        }

        /** Presses keys such as {@code 1#}. */
        public Reaction press(String keys) {
            return new Reaction(hears, after, Action.PRESS, keys);
        }

        /** Says something. */
        public Reaction say(String text) {
            return new Reaction(hears, after, Action.SAY, text);
        }

        /** Hangs up. */
        public Reaction hangUp() {
            return new Reaction(hears, after, Action.HANG_UP, null);
        }
    }
}
