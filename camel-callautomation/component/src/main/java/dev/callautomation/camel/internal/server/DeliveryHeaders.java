package dev.callautomation.camel.internal.server;

import java.util.Locale;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Allow list of the headers of HTTP requests, and of parameters in their query, that become headers of Camel: those that
 * are read here and no others, so that no sender can set a header that steers Camel. Answers are filtered as in Camel's
 * HTTP components.
 */
final class DeliveryHeaders extends HttpHeaderFilterStrategy {

    private static final Set<String> READ = Set.of(
            "authorization",
            "webhook-request-origin",
            "aeg-subscription-name",
            "content-type",
            "content-encoding",
            "content-length");
    private static final String CLOUD_EVENT = "ce-";

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return name == null || !isRead(name) || super.applyFilterToExternalHeaders(name, value, exchange);
    }

    static boolean isRead(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return READ.contains(lower) || lower.startsWith(CLOUD_EVENT);
    }
}
