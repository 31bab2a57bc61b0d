package dev.callautomation.examples.support.play;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.examples.support.console.Happening.Mood;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Tells what the call service records. A request and its answer are one line, and so are an event and its delivery. Used by
 * one thread: the one that tells of the timeline.
 */
final class CallServiceNarrator {

    private final Map<String, Instant> requested = new HashMap<>();

    Optional<Happening> tell(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REQUEST -> remember(entry);
            case RESPONSE -> Optional.of(request(entry));
            case EVENT -> event(entry);
            case DELIVERY -> succeeded(entry) ? Optional.empty() : Optional.of(plain(entry, Mood.BAD));
            case PHONE, CALL -> Optional.of(plain(entry, Mood.PLAIN));
            case FAULT -> Optional.of(plain(entry, Mood.BAD));
        };
    }

    private Optional<Happening> remember(TimelineEntry entry) {
        requested.put(key(entry), entry.time());
        return Optional.empty();
    }

    /** At the time of the request: what it led to comes after it. */
    private Happening request(TimelineEntry response) {
        Instant sent = requested.remove(key(response));
        String status = response.detail("status");
        boolean good = succeeded(response);
        return new Happening(
                sent == null ? response.time() : sent,
                PhoneBook.name("application"),
                PhoneBook.name("service"),
                response.detail("operation"),
                good ? "accepted (" + status + ")" : PhoneBook.inWords(response.text()),
                good ? Mood.PLAIN : Mood.BAD);
    }

    /** Nothing for an event that nobody subscribed to. */
    private static Optional<Happening> event(TimelineEntry entry) {
        String event = entry.detail("event");
        return Optional.ofNullable(entry.to())
                .map(to -> new Happening(
                        entry.time(),
                        PhoneBook.name(entry.from()),
                        PhoneBook.name(to),
                        event,
                        outcome(entry),
                        event.endsWith("Failed") ? Mood.BAD : Mood.GOOD));
    }

    /** Who is in the call now, or why it came to this. */
    private static String outcome(TimelineEntry entry) {
        int list = entry.text().indexOf('(');
        if (list >= 0) {
            return "now in the call: "
                    + PhoneBook.inWords(
                            entry.text().substring(list + 1, entry.text().length() - 1));
        }
        return ResultWords.of(entry.detail("code"), entry.detail("subCode"));
    }

    private static Happening plain(TimelineEntry entry, Mood mood) {
        String to = entry.to() == null ? "" : PhoneBook.name(entry.to());
        return new Happening(entry.time(), PhoneBook.name(entry.from()), to, PhoneBook.inWords(entry.text()), "", mood);
    }

    private static String key(TimelineEntry entry) {
        return entry.callId() + " " + entry.detail("operation");
    }

    private static boolean succeeded(TimelineEntry entry) {
        return String.valueOf(entry.detail("status")).startsWith("2");
    }
}
