package dev.callautomation.camel.internal.exchange;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Acknowledges the event that an exchange processes: when the service has accepted the next awaited operation of the exchange,
 * or when the exchange is done. With acknowledge mode ROUTED the delivery is answered only then, so that the event is
 * delivered again if the node crashes before.
 */
public final class EventAcknowledgement {

    private static final String PROPERTY = "CamelCallAutomationEventAcknowledgement";

    private static final EventAcknowledgement NONE = new EventAcknowledgement(null, null);

    private final Exchange exchange;
    private final AtomicReference<Runnable> callback;

    private EventAcknowledgement(Exchange exchange, Runnable callback) {
        this.exchange = exchange;
        this.callback = new AtomicReference<>(callback);
    }

    /**
     * The exchange processes an event from now on.
     *
     * @param callback runs once, unless the creator of the exchange acknowledges the event before
     */
    public static void attach(Exchange exchange, Runnable callback) {
        exchange.setProperty(PROPERTY, new EventAcknowledgement(exchange, callback));
    }

    /** As {@link #attach}; the callback runs at the latest when the exchange is done. */
    public static void attachUntilDone(Exchange exchange, Runnable callback) {
        EventAcknowledgement acknowledgement = new EventAcknowledgement(exchange, callback);
        exchange.setProperty(PROPERTY, acknowledgement);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {

            @Override
            public void onDone(Exchange completed) {
                acknowledgement.acknowledge();
            }
        });
    }

    /**
     * The acknowledgement of the event that the exchange processes now; one without effect if it processes none. The branches
     * of a multicast or a split share that of the exchange, which continues after them; other copies, such as those of a wire
     * tap, have none.
     */
    public static EventAcknowledgement current(Exchange exchange) {
        EventAcknowledgement acknowledgement = exchange.getProperty(PROPERTY, EventAcknowledgement.class);
        return acknowledgement == null || acknowledgement.exchange != exchange && !isBranch(exchange)
                ? NONE
                : acknowledgement;
    }

    private static boolean isBranch(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.MULTICAST_INDEX) != null
                || exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
    }

    /** Only the first call has an effect. */
    public void acknowledge() {
        Runnable pending = callback.getAndSet(null);
        if (pending != null) {
            pending.run();
        }
    }
}
