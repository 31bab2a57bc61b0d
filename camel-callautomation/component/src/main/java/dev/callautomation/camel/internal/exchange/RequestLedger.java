package dev.callautomation.camel.internal.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;

/**
 * Assigns repeatability ids to the requests of an exchange. A request gets the same id again, so that the service recognizes
 * it as repeated, if its outcome was unknown, or if the event that led to it was delivered again, to this or another node.
 */
public final class RequestLedger {

    private static final String PROPERTY = "CamelCallAutomationRequests";

    private final @Nullable Origin event;

    /** {@code null} if empty: exchanges may wait. */
    private @Nullable Map<Content, Entry> entries;

    /** What identifies an event, without its data: exchanges may wait. */
    private record Origin(
            @Nullable String source,
            String id,
            String type,
            @Nullable OffsetDateTime time) {}

    /** What makes two requests the same one. Half of the SHA-256 digest is kept, and not the document: exchanges may wait. */
    private record Content(String path, long high, long low) {

        static Content of(String path, Payload document) {
            ByteBuffer digest = ByteBuffer.wrap(document.digest());
            return new Content(path, digest.getLong(), digest.getLong());
        }

        /** The same for the same request because of the same event, on all nodes. */
        UUID id(Origin event, int count) {
            byte[] name = String.join(
                            "|",
                            event.source(),
                            event.id(),
                            event.type(),
                            String.valueOf(event.time()),
                            path,
                            String.valueOf(count),
                            Long.toHexString(high),
                            Long.toHexString(low))
                    .getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(name);
        }
    }

    private RequestLedger(@Nullable Origin event) {
        this.event = event;
    }

    /** Derives the ids of further requests from an event: the exchange sends them because of it. */
    public static void begin(Exchange exchange, EventEnvelope event) {
        if (event.id() == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(
                    PROPERTY, new RequestLedger(new Origin(event.source(), event.id(), event.type(), event.time())));
        }
    }

    /** The entry of a request: the previous one of the same content if its outcome is unknown, or else a new one. */
    static Entry open(Exchange exchange, String path, Payload document) {
        RequestLedger ledger = exchange.getProperty(PROPERTY, RequestLedger.class);
        return (ledger == null ? new RequestLedger(null) : ledger).open(path, document);
    }

    private synchronized Entry open(String path, Payload document) {
        Content content = Content.of(path, document);
        if (entries == null) {
            entries = new HashMap<>(4);
        }
        Entry before = entries.get(content);
        Entry now = before != null && before.outcomeUnknown
                ? new Entry(content, before.count, before.work, true)
                : entry(content, before == null ? 1 : before.count + 1);
        entries.put(content, now);
        return now;
    }

    private Entry entry(Content content, int count) {
        Repeatability work =
                event == null ? Repeatability.create() : Repeatability.from(() -> content.id(event, count));
        return new Entry(content, count, work, false);
    }

    /**
     * Requests are counted for the ids that are derived from an event. Without an event, nothing is kept of a request with a
     * known outcome, which saves 330 bytes while the exchange waits.
     */
    private synchronized void close(Entry entry) {
        entry.work = null;
        // it may have been unknown when the exchange continued
        entry.outcomeUnknown = false;
        if (event == null && entries != null && entries.remove(entry.content, entry) && entries.isEmpty()) {
            entries = null;
        }
    }

    private synchronized boolean markUnknown(Entry entry) {
        entry.outcomeUnknown = entry.work != null;
        return entry.outcomeUnknown;
    }

    /** A request and its repeatability id. */
    final class Entry {

        private final Content content;
        private final int count;
        private final boolean repeated;

        /** {@code null} if the outcome is known: the id is not used again. */
        private volatile @Nullable Repeatability work;

        private volatile boolean outcomeUnknown;

        private Entry(Content content, int count, Repeatability work, boolean repeated) {
            this.content = content;
            this.count = count;
            this.work = work;
            this.repeated = repeated;
        }

        Repeatability work() {
            return work;
        }

        /** Whether it was sent before with an unknown outcome. */
        boolean repeated() {
            return repeated;
        }

        void outcomeUnknown() {
            outcomeUnknown = true;
        }

        void outcomeKnown() {
            close(this);
        }

        /**
         * Keeps a request for the redelivery of its exchange, unless its outcome is known. Called on the thread that continues
         * the exchange, and not before: the map of the first property takes 200 bytes while an exchange waits.
         */
        void keep(Exchange exchange) {
            if (markUnknown(this) && exchange.getProperty(PROPERTY) == null) {
                exchange.setProperty(PROPERTY, RequestLedger.this);
            }
        }
    }
}
