package dev.callautomation.simulator.fault;

/**
 * A failure to inject. Immutable; begins with {@link #onOperation(String)} or {@link #onEvent(String)},
 * and every further method gives a copy:
 * {@code Fault.onOperation("addParticipant").status(429).retryAfterSeconds(1)}.
 */
public sealed interface Fault permits OperationFault, EventFault {

    /** For faults that are injected every time. */
    int ALWAYS = 0;

    /** When it is injected. */
    Trigger when();

    /** How often it is injected, {@link #ALWAYS} for no limit. */
    int times();

    /**
     * Checks that the fault has an effect and that its parts can be combined.
     *
     * @throws IllegalArgumentException saying what to change
     */
    void check();

    /** Injects it this often instead of once. */
    Fault times(int value);

    /** Injects it every time. */
    default Fault always() {
        return times(ALWAYS);
    }

    /** Injects it in one call only; takes the id of a call or of a call connection. */
    Fault inCall(String id);

    /** Injects it with a probability above 0 and at most 1, without a limit; the same seed gives the same sequence. */
    Fault withChance(double chance, long seed);

    /** A fault of a request: an operation of the REST API by the service's name, or {@code *} for all. */
    static OperationFault onOperation(String name) {
        return new OperationFault(Trigger.of(name), 1, null, null, null, 0, Reset.NONE);
    }

    /** A fault of a delivery: an event by its type, with or without {@code Microsoft.Communication.}, or {@code *} for all. */
    static EventFault onEvent(String type) {
        return new EventFault(Trigger.of(type), 1, 1, false, false, false, 0, null);
    }

    /** Shared by both kinds. */
    static void checkTimes(int times, long delayMillis) {
        if (times < 0) {
            throw new IllegalArgumentException("times must be at least 1, or 0 for every time, not " + times);
        }
        if (delayMillis < 0 || delayMillis > LONGEST_DELAY) {
            throw new IllegalArgumentException(
                    "delayMillis must be between 0 and " + LONGEST_DELAY + ", not " + delayMillis);
        }
    }

    /** Milliseconds: an hour is more than any client waits. */
    long LONGEST_DELAY = 3_600_000;
}
