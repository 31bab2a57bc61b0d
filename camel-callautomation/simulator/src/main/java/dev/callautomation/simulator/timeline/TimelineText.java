package dev.callautomation.simulator.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.callautomation.simulator.model.TimelineEntry;

/** Writes a timeline as lines for people: milliseconds since its first entry, then what happened. */
public final class TimelineText {

    private TimelineText() {}

    /** One line for each entry, each with a line break at its end; secrets are masked. */
    public static String of(List<TimelineEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (TimelineEntry entry : entries) {
            Instant start = entries.get(0).time();
            text.append(String.format(
                    Locale.ROOT,
                    "%8d ms  %s%n",
                    Duration.between(start, entry.time()).toMillis(),
                    Secrets.mask(entry.description())));
        }
        return text.toString();
    }
}
