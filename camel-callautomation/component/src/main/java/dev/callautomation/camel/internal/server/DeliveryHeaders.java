package dev.callautomation.camel.internal.server;

import java.util.Locale;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

import dev.callautomation.camel.internal.ingress.CloudEventAttributes;

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

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return name == null || !isRead(name) || super.applyFilterToExternalHeaders(name, value, exchange);
    }

    static boolean isRead(String name) {
        return READ.contains(name.toLowerCase(Locale.ROOT)) || CloudEventAttributes.isHttpHeader(name);
    }
}
