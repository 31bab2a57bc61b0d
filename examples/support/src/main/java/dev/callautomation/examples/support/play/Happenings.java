package dev.callautomation.examples.support.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.simulator.CallAutomationSimulator;

/**
 * Brings what the call service, the CRM and the ticket system do into one row, in the order in which it happened. They only
 * put it there, on threads of theirs; whoever prints takes it out on its own. It lasts as long as the systems do.
 */
public final class Happenings {

    /** They tell on different threads: one that happened earlier may be told of this much later. */
    private static final Duration HOLD = Duration.ofMillis(60);

    private final DelayQueue<Held> row = new DelayQueue<>();
    private final AtomicLong count = new AtomicLong();

    /** What the call service does alone. */
    public static Happenings of(CallAutomationSimulator simulator) {
        Happenings happenings = new Happenings();
        CallServiceNarrator narrator = new CallServiceNarrator();
        simulator.onTimeline(entry -> narrator.tell(entry).ifPresent(happenings::add));
        return happenings;
    }

    public static Happenings of(CallAutomationSimulator simulator, BackOffice backOffice) {
        Happenings happenings = of(simulator);
        backOffice.crm().onServed(served -> BackOfficeNarrator.crm(served).ifPresent(happenings::add));
        backOffice.tickets().onServed(served -> happenings.add(BackOfficeNarrator.tickets(served)));
        return happenings;
    }

    private void add(Happening happening) {
        row.add(new Held(happening, count.incrementAndGet()));
    }

    /** The next one, or nothing if none comes in this time. */
    public Optional<Happening> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(row.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                .map(Held::happening);
    }

    /** @param number keeps the order of what happened at the same time */
    private record Held(Happening happening, long number) implements Delayed {

        private static final Comparator<Held> ORDER =
                Comparator.comparing((Held held) -> held.happening.time()).thenComparing(Held::number);

        @Override
        public long getDelay(TimeUnit unit) {
            Duration left = Duration.between(Instant.now(), happening.time().plus(HOLD));
            return unit.convert(left);
        }

        @Override
        public int compareTo(Delayed other) {
            return ORDER.compare(this, (Held) other);
        }
    }
}
