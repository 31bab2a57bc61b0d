package dev.callautomation.camel.internal.support;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/**
 * Whether a party can be reached, by attempts that are repeated. Of the attempts that have ended, the one that began last
 * decides; one that has not ended within {@link #TIMEOUT} counts as failed until it does. With an interval of up to 6 seconds, a
 * failure is known within 10 seconds.
 */
public final class Availability {

    /** Time after which an attempt that has not ended counts as failed. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final Duration interval;
    private final String overdue;
    private State state = State.UNKNOWN;
    private String reason;
    /** The number of the attempt that began last, and of the one that decided the state. */
    private long last;

    private long decided;
    /** The number of the attempt that has to end in time; 0 if there is none. */
    private long pending;

    private boolean begun;
    private long started;

    public enum State {
        /** No attempt has ended yet. */
        UNKNOWN,
        AVAILABLE,
        UNAVAILABLE
    }

    /** @param reason of the failure; {@code null} unless unavailable */
    public record Status(State state, String reason) {}

    /**
     * @param nanoTime a clock that is never set back, as {@link System#nanoTime()}
     * @param interval minimum time between the starts of two attempts that only find out about the availability
     * @param overdue  the reason that is given for an attempt that does not end, such as {@code no response}
     */
    public Availability(LongSupplier nanoTime, Duration interval, String overdue) {
        this.nanoTime = nanoTime;
        this.interval = interval;
        this.overdue = overdue + " within " + TIMEOUT.toSeconds() + " s";
    }

    /**
     * Begins an attempt, unless another one began less than the interval ago.
     *
     * @return the number of the attempt
     */
    public synchronized OptionalLong beginIfDue() {
        return begun && nanoTime.getAsLong() - started < interval.toNanos()
                ? OptionalLong.empty()
                : OptionalLong.of(begin());
    }

    /**
     * An attempt begins.
     *
     * @return its number, by which its result is told from those of other attempts
     */
    public synchronized long begin() {
        failOverdue();
        begun = true;
        pending = ++last;
        started = nanoTime.getAsLong();
        return last;
    }

    /**
     * An attempt begins that need not end in time, and that does not delay the next one.
     *
     * @return its number
     */
    public synchronized long beginUntimed() {
        return ++last;
    }

    /** @param attempt ignored if one that began later has already ended */
    public synchronized void succeeded(long attempt) {
        decide(attempt, State.AVAILABLE, null);
    }

    /**
     * @param attempt ignored if one that began later has already ended
     * @param why     the reason
     */
    public synchronized void failed(long attempt, String why) {
        decide(attempt, State.UNAVAILABLE, why);
    }

    /** @param attempt ignored if one that began later has already ended */
    public void failed(long attempt, Throwable failure) {
        failed(attempt, reason(failure));
    }

    /** What failed, in one line as far as the failure has a message. */
    public static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
    }

    public synchronized Status status() {
        failOverdue();
        return new Status(state, reason);
    }

    private void decide(long attempt, State now, String why) {
        if (attempt < decided) {
            return;
        }
        decided = attempt;
        state = now;
        reason = why;
        if (pending <= attempt) {
            pending = 0;
        }
    }

    private void failOverdue() {
        if (pending != 0 && nanoTime.getAsLong() - started >= TIMEOUT.toNanos()) {
            decide(pending, State.UNAVAILABLE, overdue);
        }
    }
}
