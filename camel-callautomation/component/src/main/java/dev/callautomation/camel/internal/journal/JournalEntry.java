package dev.callautomation.camel.internal.journal;

import dev.callautomation.camel.event.EventEnvelope;

/** What has happened in a call, as it was. It has secrets and phone numbers until it is written. */
sealed interface JournalEntry {

    /** The time by {@link System#nanoTime()}. */
    long time();

    /** JSON in UTF-8, or what the service has sent instead of it; may be empty. */
    byte[] body();

    /** An event was delivered. */
    record Event(long time, EventEnvelope envelope, byte[] body) implements JournalEntry {}

    /**
     * A request is about to be sent.
     *
     * @param number identifies the request within a journal
     * @param path   with the query but without the api-version; the whole URL if it is to another host
     */
    record Request(long time, long number, String operation, String method, String path, byte[] body)
            implements JournalEntry {}

    /**
     * A request has ended.
     *
     * @param status   the HTTP status; 0 if there was no response
     * @param attempts number of attempts; 0 if there was no response
     * @param failure  why there was no response; {@code null} if there was one
     */
    record Response(long time, long number, String operation, int status, int attempts, String failure, byte[] body)
            implements JournalEntry {}
}
