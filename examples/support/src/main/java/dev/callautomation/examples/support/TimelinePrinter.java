package dev.callautomation.examples.support;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** Prints entries of the simulator's timeline and requests to the stubs, one line each, as they are recorded. */
public final class TimelinePrinter {

    private final PrintStream out;
    private final boolean unicode = Charset.defaultCharset().newEncoder().canEncode('→');

    private Instant start = Instant.now();

    public TimelinePrinter(PrintStream out) {
        this.out = out;
    }

    /** Prints what the simulator records from now on. */
    public void follow(CallAutomationSimulator simulator) {
        simulator.onTimeline(this::print);
    }

    /** Prints a heading and sets the time to 0. */
    public synchronized void title(String title) {
        out.printf("%n%s%n", title);
        start = Instant.now();
    }

    public synchronized void text(String text) {
        out.println(text);
    }

    synchronized void print(Instant time, String from, String to, String what, String outcome) {
        double seconds = Math.max(0, Duration.between(start, time).toMillis()) / 1000.0;
        String arrow = to.isEmpty() ? "" : unicode ? "→" : "->";
        out.println(String.format(
                        Locale.ROOT, "%7.3f s  %-14s %-2s %-14s  %-38s  %s", seconds, from, arrow, to, what, outcome)
                .stripTrailing());
    }

    private void print(TimelineEntry entry) {
        String to = entry.to() == null ? "" : PhoneBook.name(entry.to());
        if (isPrinted(entry)) {
            print(entry.time(), PhoneBook.name(entry.from()), to, what(entry), outcome(entry));
        }
    }

    /** Not what only confirms the line before, and no event without a subscription. */
    private static boolean isPrinted(TimelineEntry entry) {
        return switch (entry.kind()) {
            case RESPONSE, DELIVERY -> !isSuccess(entry);
            case EVENT -> entry.to() != null;
            case REQUEST, PHONE, CALL, FAULT -> true;
        };
    }

    private static String what(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REQUEST -> entry.detail("operation");
            case EVENT -> entry.detail("event");
            default -> entry.text();
        };
    }

    /** Code and subcode, if an event has more to say than success. */
    private static String outcome(TimelineEntry entry) {
        String subCode = entry.detail("subCode");
        boolean plain = entry.kind() != Kind.EVENT || subCode == null || subCode.equals("0");
        return plain ? "" : entry.detail("code") + "/" + subCode;
    }

    static boolean isSuccess(TimelineEntry entry) {
        return String.valueOf(entry.detail("status")).startsWith("2");
    }

    /** Prints how many steps of a call happened, and the one that did not. */
    synchronized void result(CallScript script, int happened) {
        List<String> steps = script.steps().stream().map(Step::name).toList();
        boolean all = happened == steps.size();
        String sign = unicode ? (all ? "✓" : "✗") : all ? "ok" : "!!";
        out.printf("%s %s: %d of %d steps%n", sign, script.title(), happened, steps.size());
        if (!all) {
            out.printf("    did not happen: %s%n", steps.get(happened));
        }
    }
}
