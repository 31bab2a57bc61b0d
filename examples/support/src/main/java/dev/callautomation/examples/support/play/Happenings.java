package dev.callautomation.examples.support.play;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.simulator.CallAutomationSimulator;

/**
 * Brings what the call service, the CRM and the ticket system do into one row. They only put it there, on threads of
 * theirs; whoever prints takes it out on its own. It lasts as long as the systems do.
 */
public final class Happenings {

    private final BlockingQueue<Happening> row = new LinkedBlockingQueue<>();

    public static Happenings of(CallAutomationSimulator simulator, BackOffice backOffice) {
        Happenings happenings = new Happenings();
        simulator.onTimeline(entry -> CallServiceNarrator.tell(entry).ifPresent(happenings.row::add));
        backOffice.crm().onServed(served -> BackOfficeNarrator.crm(served).ifPresent(happenings.row::add));
        backOffice.tickets().onServed(served -> happenings.row.add(BackOfficeNarrator.tickets(served)));
        return happenings;
    }

    /** The next one, or nothing if none comes in this time. */
    Optional<Happening> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(row.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
