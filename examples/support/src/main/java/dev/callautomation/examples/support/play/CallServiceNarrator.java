package dev.callautomation.examples.support.play;

import java.util.Optional;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.examples.support.console.Happening.Mood;
import dev.callautomation.simulator.model.TimelineEntry;

/** Tells what the call service records. A request and its answer are one line, and so are an event and its delivery. */
final class CallServiceNarrator {

    private CallServiceNarrator() {}

    static Optional<Happening> tell(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REQUEST -> Optional.empty();
            case RESPONSE -> Optional.of(response(entry));
            case EVENT -> Optional.of(event(entry));
            case DELIVERY -> succeeded(entry) ? Optional.empty() : Optional.of(plain(entry, Mood.BAD));
            case PHONE, CALL -> Optional.of(plain(entry, Mood.PLAIN));
        };
    }

    /** Told from the application's side: it asked, and this is what it got. */
    private static Happening response(TimelineEntry entry) {
        return new Happening(
                entry.time(),
                PhoneBook.name("application"),
                PhoneBook.name("service"),
                entry.detail("operation"),
                entry.detail("status"),
                succeeded(entry) ? Mood.PLAIN : Mood.BAD);
    }

    private static Happening event(TimelineEntry entry) {
        String event = entry.detail("event");
        boolean failed = event.endsWith("Failed");
        return new Happening(
                entry.time(),
                PhoneBook.name(entry.from()),
                PhoneBook.name(entry.to()),
                event,
                ResultWords.of(entry.detail("code"), entry.detail("subCode")),
                failed ? Mood.BAD : Mood.GOOD);
    }

    private static Happening plain(TimelineEntry entry, Mood mood) {
        String to = entry.to() == null ? "" : PhoneBook.name(entry.to());
        return new Happening(entry.time(), PhoneBook.name(entry.from()), to, entry.text(), "", mood);
    }

    private static boolean succeeded(TimelineEntry entry) {
        return String.valueOf(entry.detail("status")).startsWith("2");
    }
}
