package dev.callautomation.camel.internal.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.camel.Exchange;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.client.Repeatability;

/**
 * Assigns repeatability ids to the requests of an exchange. A request gets the same id again, so that the service recognizes
 * it as repeated, if its outcome was unknown, or if the event that led to it was delivered again, to this or another node.
 */
public final class RequestLedger {

    private static final String PROPERTY = "CamelCallAutomationRequests";

    private final String seed;
    private final Map<UUID, Entry> entries = new HashMap<>();

    private RequestLedger(String seed) {
        this.seed = seed;
    }

    public static RequestLedger of(Exchange exchange) {
        RequestLedger ledger = exchange.getProperty(PROPERTY, RequestLedger.class);
        if (ledger == null) {
            ledger = new RequestLedger(UUID.randomUUID().toString());
            exchange.setProperty(PROPERTY, ledger);
        }
        return ledger;
    }

    /** Derives the ids of further requests from an event: the exchange sends them because of it. */
    public static void begin(Exchange exchange, EventEnvelope event) {
        if (event.id() == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(
                    PROPERTY,
                    new RequestLedger(event.source() + "|" + event.id() + "|" + event.type() + "|" + event.time()));
        }
    }

    /** The entry of a request: the previous one of the same content if its outcome is unknown, or else a new one. */
    public synchronized Entry open(String path, byte[] document) {
        UUID content = uuid(path, document, 0);
        Entry before = entries.get(content);
        Entry now = before == null
                ? new Entry(path, document, 1, Instant.now(), false)
                : before.outcomeUnknown
                        ? new Entry(path, document, before.count, before.work.firstSent(), true)
                        : new Entry(path, document, before.count + 1, Instant.now(), false);
        entries.put(content, now);
        return now;
    }

    private UUID uuid(String path, byte[] document, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((seed + "|" + path + "|" + count + "|").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(document);
        return UUID.nameUUIDFromBytes(bytes.toByteArray());
    }

    /** A request and its repeatability id. */
    final class Entry {

        private final int count;
        private final Repeatability work;
        private final boolean repeated;
        private volatile boolean outcomeUnknown;

        private Entry(String path, byte[] document, int count, Instant firstSent, boolean repeated) {
            this.count = count;
            this.work = new Repeatability(uuid(path, document, count), firstSent);
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
    }
}
