package dev.callautomation.camel.internal.ingress;

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
