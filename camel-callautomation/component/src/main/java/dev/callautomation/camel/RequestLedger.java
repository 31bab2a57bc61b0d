package dev.callautomation.camel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.camel.Exchange;

import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.event.EventEnvelope;

/**
 * Names the requests of an exchange, so that the service recognizes one that it has had before: because its outcome was not
 * known, or because the event that led to it was delivered again, to this or another node, after the first had died.
 */
final class RequestLedger {

    private static final String PROPERTY = "CamelCallAutomationRequests";

    private final String seed;
    private final Map<UUID, Entry> entries = new HashMap<>();

    private RequestLedger(String seed) {
        this.seed = seed;
    }

    static RequestLedger of(Exchange exchange) {
        RequestLedger ledger = exchange.getProperty(PROPERTY, RequestLedger.class);
        if (ledger == null) {
            ledger = new RequestLedger(UUID.randomUUID().toString());
            exchange.setProperty(PROPERTY, ledger);
        }
        return ledger;
    }

    /** What the exchange asks for from now on, it asks for because of this event. */
    static void begin(Exchange exchange, EventEnvelope event) {
        if (event.id() == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(
                    PROPERTY,
                    new RequestLedger(event.source() + "|" + event.id() + "|" + event.type() + "|" + event.time()));
        }
    }

    /** The request as it is asked for now: the one before if that one's outcome is not known, or else a new one. */
    synchronized Entry open(String path, byte[] document) {
        UUID content = uuid(path, document, 0);
        Entry before = entries.get(content);
        Entry now = before == null
                ? new Entry(path, document, 1, Instant.now(), false)
                : before.unsettled
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

    /** A request. */
    final class Entry {

        private final int count;
        private final Repeatability work;
        private final boolean repeated;
        private volatile boolean unsettled;

        private Entry(String path, byte[] document, int count, Instant firstSent, boolean repeated) {
            this.count = count;
            this.work = new Repeatability(uuid(path, document, count), firstSent);
            this.repeated = repeated;
        }

        Repeatability work() {
            return work;
        }

        /** Whether it was sent before, without learning what came of it. */
        boolean repeated() {
            return repeated;
        }

        /** What came of it is not known. */
        void unsettled() {
            unsettled = true;
        }
    }
}
