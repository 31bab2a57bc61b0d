package dev.callautomation.simulator.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.wire.HttpDate;
import dev.callautomation.simulator.wire.Json;

/**
 * Answers a repeated request as the first time, without executing it again, unless it was refused with 429, which asks
 * for a retry. Remembers a bounded number of requests; the service does not publish its own window.
 */
final class RepeatableRequests {

    static final String ID = "Repeatability-Request-ID";
    static final String FIRST_SENT = "Repeatability-First-Sent";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REMEMBERED = 10_000;
    private static final long BYTES_REMEMBERED = 16L * 1024 * 1024;

    private final Map<String, Known> answered = new LinkedHashMap<>();
    private final long limit;
    private long bytes;

    /** A request that was answered, told by its method and address. A tree of JSON would take ten times as much memory. */
    private record Known(String request, int status, byte[] json) {

        static Known of(String request, Reply reply) {
            return new Known(request, reply.status(), reply.json());
        }

        Reply reply() {
            try {
                return json.length == 0 ? Reply.of(status) : new Reply(status, (ObjectNode) Json.read(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    RepeatableRequests() {
        this(BYTES_REMEMBERED);
    }

    /**
     * Without requests.
     *
     * @param limit bytes of answers that are remembered
     */
    RepeatableRequests(long limit) {
        this.limit = limit;
    }

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
        Known known = answered.get(id);
        if (known == null) {
            Reply reply = execution.get();
            if (reply.status() != TOO_MANY_REQUESTS) {
                remember(id, Known.of(request, reply));
            }
            return reply;
        }
        if (!known.request().equals(request)) {
            throw Body.invalid(ID + " has been used for another request, " + known.request() + ": give each its own");
        }
        return known.reply();
    }

    private void remember(String id, Known known) {
        answered.put(id, known);
        bytes += known.json().length;
        Iterator<Known> oldest = answered.values().iterator();
        while (answered.size() > REMEMBERED || bytes > limit) {
            bytes -= oldest.next().json().length;
            oldest.remove();
        }
    }

    synchronized void clear() {
        answered.clear();
        bytes = 0;
    }

    private static void check(String id, String firstSent) {
        if (id == null || firstSent == null) {
            throw Body.invalid(ID + " and " + FIRST_SENT + " must be sent together");
        }
        try {
            UUID.fromString(id);
            HttpDate.read(firstSent);
        } catch (DateTimeParseException e) {
            throw Body.invalid(FIRST_SENT + " must be a date such as Tue, 03 Mar 2026 10:00:00 GMT");
        } catch (IllegalArgumentException e) {
            throw Body.invalid(ID + " must be a UUID");
        }
    }
}
