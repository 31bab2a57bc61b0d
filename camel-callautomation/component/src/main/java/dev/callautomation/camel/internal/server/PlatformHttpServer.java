package dev.callautomation.camel.internal.server;

import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.internal.ingress.DeliveryHandler;
import dev.callautomation.camel.internal.ingress.DeliveryServer;

/**
 * Serves the callback path by a consumer of platform-http, on any engine. The engine reads bodies before the request is
 * authenticated, so that the limits on bodies are those of the engine.
 */
final class PlatformHttpServer implements DeliveryServer {

    /** Time for what is done besides the limits. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final CamelContext context;

    PlatformHttpServer(CamelContext context) {
        this.context = context;
    }

    @Override
    public Registration serve(DeliveryHandler handler) throws Exception {
        Duration longest = handler.limits()
                .responseTimeout()
                .plus(handler.limits().bodyTimeout())
                .plus(MARGIN);
        PlatformHttpEndpoint endpoint = context.getEndpoint(
                "platform-http:" + handler.path() + "?httpMethodRestrict=POST,OPTIONS&matchOnUriPrefix="
                        + handler.subPaths() + "&requestTimeout="
                        + longest.plus(MARGIN).toMillis(),
                PlatformHttpEndpoint.class);
        endpoint.setHeaderFilterStrategy(new DeliveryHeaders());
        Consumer consumer = endpoint.createConsumer(exchange -> {
            PlatformHttpRequest request = new PlatformHttpRequest(exchange.getMessage());
            handler.handle(request);
            request.await(longest);
        });
        ServiceHelper.startService(consumer);
        return new Registration() {

            @Override
            public boolean isServing() {
                return ServiceHelper.isStarted(consumer);
            }

            @Override
            public void close() {
                ServiceHelper.stopAndShutdownService(consumer);
            }
        };
    }

    /** As configured for the servers that Camel runs on most; Camel itself does not know it. */
    @Override
    public String contextPath() {
        return ServerPath.of(context);
    }
}
