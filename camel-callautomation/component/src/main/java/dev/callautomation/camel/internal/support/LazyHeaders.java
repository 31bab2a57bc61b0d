package dev.callautomation.camel.internal.support;

import java.util.Map;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message whose headers are put into its map when the first of them is asked for. Camel keeps headers in a map in the order
 * of their names, regardless of case: that of an event takes 5% of its CPU, and many routes use its record alone.
 */
public final class LazyHeaders extends DefaultMessage {

    /** {@code null} when its headers have been put into the map. */
    private @Nullable Exchange owner;

    private @Nullable Consumer<Map<String, Object>> headers;
    private @Nullable Map<String, Object> map;

    /** @param headers fills the map */
    public LazyHeaders(Exchange exchange, Consumer<Map<String, Object>> headers) {
        super(exchange);
        this.owner = exchange;
        this.headers = headers;
    }

    /** Whether the headers of an exchange are those with which its message was created for it, and not needed until now. */
    static boolean areUnused(Exchange exchange) {
        return exchange.getMessage() instanceof LazyHeaders lazy && lazy.owner == exchange;
    }

    /** Whether there are headers before one has been asked for. */
    @Override
    protected boolean isPopulateHeadersSupported() {
        return true;
    }

    /** One map, also if two threads ask for the first header. */
    @Override
    protected synchronized Map<String, Object> createHeaders() {
        if (map == null) {
            map = super.createHeaders();
        }
        return map;
    }

    @Override
    protected synchronized void populateInitialHeaders(Map<String, Object> empty) {
        if (headers != null) {
            headers.accept(empty);
            release();
        }
    }

    /** The event that they are made of need not be kept. */
    private synchronized void release() {
        headers = null;
        owner = null;
        map = null;
    }

    @Override
    public void setHeaders(Map<String, Object> all) {
        release();
        super.setHeaders(all);
    }

    /** By the pool of exchanges. */
    @Override
    public void reset() {
        release();
        super.reset();
    }
}
