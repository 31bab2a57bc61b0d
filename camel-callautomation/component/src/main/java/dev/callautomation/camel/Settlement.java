package dev.callautomation.camel;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Tells whoever delivered an event that it has had its effect: the exchange that it drives waits for another event by now,
 * or has ended. Until then the event is not acknowledged, where that waits for routes, so that it comes again after a
 * crash.
 */
final class Settlement {

    private static final String PROPERTY = "CamelCallAutomationSettlement";

    private static final Settlement NONE = new Settlement(null);

    private final AtomicReference<Runnable> listener;

    private Settlement(Runnable listener) {
        this.listener = new AtomicReference<>(listener);
    }

    /** An event drives the exchange from now on. */
    static void set(Exchange exchange, Runnable listener) {
        exchange.setProperty(PROPERTY, new Settlement(listener));
    }

    /** As {@link #set}, for an exchange whose end nobody else tells of. */
    static void untilCompleted(Exchange exchange, Runnable listener) {
        Settlement settlement = new Settlement(listener);
        exchange.setProperty(PROPERTY, settlement);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {

            @Override
            public void onDone(Exchange completed) {
                settlement.tell();
            }
        });
    }

    /** Of the event that drives the exchange now; of none, if it was started otherwise. */
    static Settlement of(Exchange exchange) {
        Settlement settlement = exchange.getProperty(PROPERTY, Settlement.class);
        return settlement == null ? NONE : settlement;
    }

    /** The event has had its effect. Tells once. */
    void tell() {
        Runnable told = listener.getAndSet(null);
        if (told != null) {
            told.run();
        }
    }
}
