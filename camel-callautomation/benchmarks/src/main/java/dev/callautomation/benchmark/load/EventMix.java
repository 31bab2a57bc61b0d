package dev.callautomation.benchmark.load;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The deliveries of many calls at once: each call goes through the events of the mix in order, and a new call follows.
 * Each event has an id of its own. For one thread.
 */
public final class EventMix {

    private final Kind kind;
    private final int eventsPerPost;
    private final String run = UUID.randomUUID().toString().substring(0, 18);
    private final String[] calls;
    private long events;
    private String time = "";
    private long timeUntil;

    /** Which events calls have. */
    public enum Kind {
        /** A call with its announcement by Event Grid. */
        REALISTIC,
        /** A call without it. */
        CALLBACKS,
        /** {@code PlayCompleted} only. */
        PLAY;

        static final List<EventTemplate> EVENTS = EventTemplates.CALLBACKS;

        public static Kind parse(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Unknown mix " + name + "; there are realistic, callbacks, play", e);
            }
        }

        private int steps() {
            return this == REALISTIC ? EVENTS.size() + 1 : this == CALLBACKS ? EVENTS.size() : 1;
        }

        /** {@code null} for the event of Event Grid. */
        private EventTemplate template(int step) {
            if (this == PLAY) {
                return EventTemplates.PLAY_COMPLETED;
            }
            int callback = this == REALISTIC ? step - 1 : step;
            return callback < 0 ? null : EVENTS.get(callback);
        }
    }

    /**
     * A POST.
     *
     * @param events   number of events in it
     * @param eventGrid whether it is one of Event Grid
     */
    record Delivery(String body, int events, boolean eventGrid) {}

    /**
     * @param calls calls at once
     */
    EventMix(Kind kind, int eventsPerPost, int calls) {
        this.kind = kind;
        this.calls = new String[calls];
        this.eventsPerPost = eventsPerPost;
    }

    Delivery next() {
        StringBuilder body = new StringBuilder(1_200 * eventsPerPost).append('[');
        int written = 0;
        while (written < eventsPerPost) {
            EventTemplate template = kind.template(step());
            if (template == null) {
                if (written > 0) {
                    break;
                }
                write(body, EventTemplates.INCOMING_CALL);
                return new Delivery(body.append(']').toString(), 1, true);
            }
            if (written > 0) {
                body.append(',');
            }
            write(body, template);
            written++;
        }
        return new Delivery(body.append(']').toString(), written, false);
    }

    private int step() {
        return (int) (events / calls.length % kind.steps());
    }

    private void write(StringBuilder body, EventTemplate template) {
        int slot = (int) (events % calls.length);
        if (step() == 0) {
            calls[slot] = hex(events, 8) + "-" + run.substring(0, 14) + "-" + hex(events, 12);
        }
        template.write(
                body, hex(events, 8) + "-" + run + "-" + hex(events, 12).substring(3), calls[slot], time(), events);
        events++;
    }

    private static String hex(long number, int digits) {
        String text = Long.toHexString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private String time() {
        long now = System.currentTimeMillis();
        if (now >= timeUntil) {
            time = Instant.ofEpochMilli(now).toString().replace("Z", "+00:00");
            timeUntil = now + 10;
        }
        return time;
    }
}
