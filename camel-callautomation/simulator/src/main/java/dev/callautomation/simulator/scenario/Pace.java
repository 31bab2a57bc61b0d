package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.timeline.WrittenRecord;

/** Lets time pass while a scenario waits. For one thread. */
abstract class Pace {

    private static final Duration TICK = Duration.ofMillis(20);

    final SimulatorClock clock;
    final Timeline timeline;

    private Pace(SimulatorClock clock, Timeline timeline) {
        this.clock = clock;
        this.timeline = timeline;
    }

    /** Whether time goes on. */
    enum Passing {
        /** Something may have happened: look again. */
        ON,
        /** The deadline has come. */
        DEADLINE,
        /** Nothing is due before the deadline, and the application has done nothing for its time. */
        NOTHING_MORE,
        /** The application has not answered a delivery for its time. */
        NO_ANSWER
    }

    /**
     * Waits until something is written, or moves time a step.
     *
     * @param seen {@link Timeline#changes()} when it was last looked at
     * @param deadline how far time may go, by the simulator's clock
     * @param forApplication whether the application may still act by itself when nothing is due
     */
    abstract Passing pass(long seen, Instant deadline, boolean forApplication) throws InterruptedException;

    /** Something begins, which is given its time. */
    abstract void begin();

    /** Something else is waited for, which the clock must not overtake. */
    void busy() {
        // of no importance when time passes by itself
    }

    /** Something has been written. */
    void observed(WrittenRecord written) {
        // of no importance when time passes by itself
    }

    final boolean awaitChange(long seen, Duration time) throws InterruptedException {
        return timeline.awaitChange(seen, System.nanoTime() + time.toNanos());
    }

    /** The computer's clock is the simulator's. */
    static final class Real extends Pace {

        Real(SimulatorClock clock, Timeline timeline) {
            super(clock, timeline);
        }

        @Override
        void begin() {
            // time goes on by itself
        }

        @Override
        Passing pass(long seen, Instant deadline, boolean forApplication) throws InterruptedException {
            Duration rest = Duration.between(clock.now(), deadline);
            if (rest.isNegative() || rest.isZero()) {
                return Passing.DEADLINE;
            }
            awaitChange(seen, rest.compareTo(TICK) < 0 ? rest : TICK);
            return Passing.ON;
        }
    }

    /** Virtual time goes on as real time does. */
    static final class Paced extends Pace {

        private long last = System.nanoTime();

        Paced(SimulatorClock clock, Timeline timeline) {
            super(clock, timeline);
        }

        @Override
        void begin() {
            // time goes on as real time does
        }

        @Override
        Passing pass(long seen, Instant deadline, boolean forApplication) throws InterruptedException {
            long nanos = System.nanoTime();
            clock.advance(Duration.ofNanos(nanos - last));
            last = nanos;
            if (!clock.now().isBefore(deadline)) {
                return Passing.DEADLINE;
            }
            awaitChange(seen, Duration.ofMillis(1));
            return Passing.ON;
        }
    }

    /** Virtual time jumps to what is due next when the application has nothing to answer and does nothing. */
    static final class Jumping extends Pace {

        private final BooleanSupplier busy;
        private final Duration settle;
        private final Duration answer;
        private final ReactionTimes reactions;
        private long lastProgress = System.nanoTime();
        private long lastBusy = lastProgress;
        private boolean quiet;

        /**
         * A pace for one run.
         *
         * @param busy whether the application has to answer, or is being answered
         * @param settle the shortest time in which nothing happens before time is moved
         * @param answer in which the application has to answer
         */
        Jumping(SimulatorClock clock, Timeline timeline, BooleanSupplier busy, Duration settle, Duration answer) {
            super(clock, timeline);
            this.busy = busy;
            this.settle = settle;
            this.answer = answer;
            this.reactions = new ReactionTimes(settle, lastProgress);
        }

        @Override
        void busy() {
            lastBusy = System.nanoTime();
            quiet = false;
        }

        @Override
        void observed(WrittenRecord written) {
            if (written.request() != null) {
                reactions.requested(written.request().operation(), written.nanos());
            } else if (written.entry().kind() == TimelineEntry.Kind.EVENT
                    && written.entry().to() != null) {
                // the application may react before its acknowledgement is written
                reactions.sent(written.entry().detail("event"), written.nanos());
            } else if (written.entry().kind() != TimelineEntry.Kind.REQUEST) {
                // the entry of a request comes just before it and is no cause of it
                reactions.happened(written.nanos());
            }
        }

        @Override
        void begin() {
            progress();
        }

        @Override
        Passing pass(long seen, Instant deadline, boolean forApplication) throws InterruptedException {
            if (timeline.changes() != seen) {
                return progress();
            }
            if (busy.getAsBoolean()) {
                // it ends just after its outcome is written
                return waited(seen, reactions.shortest(), Passing.NO_ANSWER);
            }
            Instant due = clock.nextDue().orElse(Instant.MAX);
            boolean nothingDue = due.isAfter(deadline);
            if (nothingDue && forApplication) {
                return waited(seen, settle, Passing.NOTHING_MORE);
            }
            Duration jump = Duration.between(clock.now(), nothingDue ? deadline : due);
            Duration rest = reactions.quietBefore(jump).minusNanos(quietTime());
            if (!quiet && rest.toNanos() > 0) {
                return awaitChange(seen, rest.compareTo(settle) < 0 ? rest : settle) ? progress() : Passing.ON;
            }
            reactions.moved();
            clock.advance(jump.isNegative() ? Duration.ZERO : jump);
            // the application cannot tell what only the simulator knows, and need not be waited for
            quiet = timeline.changes() == seen && !busy.getAsBoolean();
            lastProgress = System.nanoTime();
            return nothingDue ? Passing.DEADLINE : Passing.ON;
        }

        private Passing waited(long seen, Duration time, Passing late) throws InterruptedException {
            quiet = false;
            if (awaitChange(seen, time)) {
                return progress();
            }
            return isLate() ? late : Passing.ON;
        }

        private long quietTime() {
            return System.nanoTime() - (lastProgress - lastBusy > 0 ? lastProgress : lastBusy);
        }

        private Passing progress() {
            quiet = false;
            lastProgress = System.nanoTime();
            return Passing.ON;
        }

        private boolean isLate() {
            return System.nanoTime() - lastProgress > Math.max(answer.toNanos(), TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
