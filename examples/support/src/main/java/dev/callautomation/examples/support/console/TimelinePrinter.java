package dev.callautomation.examples.support.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes calls for a person to read: one line for each happening, in columns. Used by one thread at a time. */
public final class TimelinePrinter {

    private static final int WIDTH = 100;

    private final PrintStream out;
    private final Style style;

    private Instant start;

    public TimelinePrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Starts a timeline: the first happening after it is at 0 seconds. */
    public void title(String title) {
        out.printf("%n%s%n", style.bold(title));
        start = null;
    }

    public void print(Happening happening) {
        start = start == null ? happening.time() : start;
        double seconds = Duration.between(start, happening.time()).toMillis() / 1000.0;
        String parties = happening.to().isEmpty()
                ? "%-14s    %-14s".formatted(happening.from(), "")
                : "%-14s %-2s %-14s".formatted(happening.from(), style.arrow(), happening.to());
        String what = "%-38s".formatted(happening.what());
        String line = String.format(
                Locale.ROOT,
                "%s  %s  %s  %s",
                style.dim(String.format(Locale.ROOT, "%7.3f s", seconds)),
                parties,
                what,
                outcome(happening));
        out.println(line.stripTrailing());
    }

    /** One line of free text. */
    public void say(String text) {
        out.println(text);
    }

    /** What was checked about a call: the steps that happened in one line, each missing one in a line of its own. */
    public void checked(String title, List<String> happened, List<String> missing) {
        int all = happened.size() + missing.size();
        out.printf(
                "%s %s: %d of %d steps%n",
                missing.isEmpty() ? style.tick() : style.cross(), title, happened.size(), all);
        lines(happened).forEach(line -> out.printf("    %s%n", style.dim(line)));
        missing.forEach(step -> out.printf("    %s %s%n", style.cross(), style.red("did not happen: " + step)));
    }

    /** The steps beside each other, as many as fit in a line. */
    private List<String> lines(List<String> steps) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String step : steps) {
            String longer = line.isEmpty() ? step : line + " " + style.dot() + " " + step;
            if (longer.length() > WIDTH) {
                lines.add(line);
                longer = step;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private String outcome(Happening happening) {
        return switch (happening.mood()) {
            case PLAIN -> happening.outcome();
            case GOOD -> style.green(happening.outcome());
            case BAD -> style.red(happening.outcome());
        };
    }
}
