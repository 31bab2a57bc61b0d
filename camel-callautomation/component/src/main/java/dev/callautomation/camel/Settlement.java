package dev.callautomation.camel;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Tells whoever delivered an event that it has had its effect: the exchange that it drives waits for another event by now,
 * or has ended. Until then the event is not acknowledged, where that waits for routes, so that it comes again after a
 * crash.
 */
final class Settlement {

    private static final String PROPERTY = "CamelCallAutomationSettlement";

    private static final Settlement NONE = new Settlement(null, null);

    private final Exchange driven;
    private final AtomicReference<Runnable> listener;

    private Settlement(Exchange driven, Runnable listener) {
        this.driven = driven;
        this.listener = new AtomicReference<>(listener);
    }

    /** An event drives the exchange from now on. */
    static void set(Exchange exchange, Runnable listener) {
        exchange.setProperty(PROPERTY, new Settlement(exchange, listener));
    }

    /** As {@link #set}, for an exchange whose end nobody else tells of. */
    static void untilCompleted(Exchange exchange, Runnable listener) {
        Settlement settlement = new Settlement(exchange, listener);
        exchange.setProperty(PROPERTY, settlement);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {

            @Override
            public void onDone(Exchange completed) {
                settlement.tell();
            }
        });
    }

    /**
     * Of the event that drives the exchange now; of none, if it was started otherwise. The branches of a multicast or a split
     * drive on as the exchange does, which waits for them; other copies, as those of a wire tap, go their own way.
     */
    static Settlement of(Exchange exchange) {
        Settlement settlement = exchange.getProperty(PROPERTY, Settlement.class);
        return settlement == null || settlement.driven != exchange && !isBranch(exchange) ? NONE : settlement;
    }

    private static boolean isBranch(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.MULTICAST_INDEX) != null
                || exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
    }

    /** The event has had its effect. Tells once. */
    void tell() {
        Runnable told = listener.getAndSet(null);
        if (told != null) {
            told.run();
        }
    }
}
