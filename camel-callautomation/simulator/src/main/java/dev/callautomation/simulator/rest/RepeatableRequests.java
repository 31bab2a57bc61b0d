package dev.callautomation.simulator.rest;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers a repeated request as the first time, without executing it again, unless it was refused with 429, which asks
 * for a retry. Remembers a bounded number of requests; the service does not publish its own window.
 */
final class RepeatableRequests {

    static final String ID = "Repeatability-Request-ID";
    static final String FIRST_SENT = "Repeatability-First-Sent";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Known> replies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A request that was answered, told by its method and address. */
    private record Known(String request, Reply reply) {}

    /**
     * Executes a request, or repeats the answer given before to the same id.
     *
     * @param request what tells it from others: an id that comes again with another one is a client's mistake, and the
     *     answer given to the other request would hide it
     */
    synchronized Reply once(String id, String firstSent, String request, Supplier<Reply> execution) {
        if (id == null && firstSent == null) {
            return execution.get();
        }
        check(id, firstSent);
        Known known = replies.get(id);
        if (known == null) {
            known = new Known(request, execution.get());
            if (known.reply().status() != TOO_MANY_REQUESTS) {
                replies.put(id, known);
            }
        } else if (!known.request().equals(request)) {
            throw Body.invalid(ID + " has been used for another request, " + known.request() + ": give each its own");
        }
        return known.reply();
    }

    synchronized void clear() {
        replies.clear();
    }

    private static void check(String id, String firstSent) {
        if (id == null || firstSent == null) {
            throw Body.invalid(ID + " and " + FIRST_SENT + " must be sent together");
        }
        try {
            UUID.fromString(id);
            ZonedDateTime.parse(firstSent, DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeParseException e) {
            throw Body.invalid(FIRST_SENT + " must be a date such as Tue, 03 Mar 2026 10:00:00 GMT");
        } catch (IllegalArgumentException e) {
            throw Body.invalid(ID + " must be a UUID");
        }
    }
}
