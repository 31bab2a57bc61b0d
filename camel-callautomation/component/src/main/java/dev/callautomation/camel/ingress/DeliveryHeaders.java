package dev.callautomation.camel.ingress;

import java.util.Locale;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Which headers of HTTP requests become headers of Camel, where parameters of the address count as headers, too: those
 * that are read here and no others, so that no sender can name a header that steers Camel. Answers are filtered as
 * Camel's HTTP components do it.
 */
final class DeliveryHeaders extends HttpHeaderFilterStrategy {

    static final String AUTHORIZATION = "Authorization";
    static final String REQUEST_ORIGIN = "WebHook-Request-Origin";
    static final String SUBSCRIPTION_NAME = "aeg-subscription-name";

    private static final Set<String> READ = Set.of(
            lower(AUTHORIZATION),
            lower(REQUEST_ORIGIN),
            lower(SUBSCRIPTION_NAME),
            lower(Exchange.CONTENT_TYPE),
            lower(Exchange.CONTENT_ENCODING));

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return name == null || !READ.contains(lower(name)) || super.applyFilterToExternalHeaders(name, value, exchange);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
