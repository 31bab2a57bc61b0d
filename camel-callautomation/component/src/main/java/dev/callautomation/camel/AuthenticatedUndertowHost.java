package dev.callautomation.camel;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import org.apache.camel.component.undertow.DefaultUndertowHost;
import org.apache.camel.component.undertow.HttpHandlerRegistrationInfo;
import org.apache.camel.component.undertow.UndertowConsumer;
import org.apache.camel.component.undertow.UndertowHostKey;
import org.apache.camel.component.undertow.UndertowHostOptions;
import org.apache.camel.component.undertow.handlers.CamelWebSocketHandler;
import org.jspecify.annotations.Nullable;

/** A server whose requests are authenticated before they reach a route or become a WebSocket. */
final class AuthenticatedUndertowHost extends DefaultUndertowHost {

    private final Supplier<UpgradeAuthentication> authentication;
    private final Map<String, SharedHandler> webSockets = new HashMap<>();

    /** The handler of a path, which its consumer and its producers share. */
    private static final class SharedHandler {

        private final CamelWebSocketHandler handler;
        private int users;

        private SharedHandler(CamelWebSocketHandler handler) {
            this.handler = handler;
        }
    }

    /** @param authentication is asked for each request: the component of the options may be restarted, this host is not */
    AuthenticatedUndertowHost(
            UndertowHostKey key,
            @Nullable UndertowHostOptions options,
            Supplier<UpgradeAuthentication> authentication) {
        super(key, options);
        this.authentication = authentication;
    }

    /** Camel itself shares only handlers of exactly its own class. */
    @Override
    public synchronized HttpHandler registerHandler(
            @Nullable UndertowConsumer consumer, HttpHandlerRegistrationInfo info, HttpHandler handler) {
        if (consumer != null && consumer.isRest()) {
            throw new IllegalArgumentException("REST services are not authenticated by the component "
                    + consumer.getEndpoint().getComponent().getClass().getSimpleName()
                    + ", which is for WebSockets of the service; use a component of another name for them");
        }
        if (!(handler instanceof CamelWebSocketHandler)) {
            return super.registerHandler(consumer, info, exchange -> authenticate(exchange, authentication, handler));
        }
        SharedHandler shared = webSockets.get(key(info));
        if (shared == null) {
            shared = new SharedHandler(new AuthenticatedWebSocketHandler(authentication));
            super.registerHandler(consumer, info, shared.handler);
            webSockets.put(key(info), shared);
        }
        shared.users++;
        return shared.handler;
    }

    @Override
    public synchronized void unregisterHandler(@Nullable UndertowConsumer consumer, HttpHandlerRegistrationInfo info) {
        SharedHandler shared = webSockets.get(key(info));
        if (shared != null) {
            shared.users--;
            if (shared.users > 0) {
                return;
            }
            webSockets.remove(key(info));
        }
        super.unregisterHandler(consumer, info);
    }

    private static String key(HttpHandlerRegistrationInfo info) {
        URI uri = info.getUri();
        return uri.getScheme() + ':' + uri.getPath();
    }

    private static void authenticate(
            HttpServerExchange exchange, Supplier<UpgradeAuthentication> authentication, HttpHandler next)
            throws Exception {
        HeaderValues authorization = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        CompletableFuture<Integer> status = authentication
                .get()
                .status(authorization == null ? List.of() : List.copyOf(authorization), exchange.getQueryString())
                .toCompletableFuture();
        if (status.isDone()) {
            respond(exchange, status.join(), next);
        } else {
            // keys are being fetched: the I/O thread goes on to other requests
            exchange.dispatch(
                    SameThreadExecutor.INSTANCE,
                    () -> status.whenComplete((known, failure) -> exchange.dispatch(
                            exchange.getIoThread(),
                            later -> respond(later, failure == null ? known : StatusCodes.SERVICE_UNAVAILABLE, next))));
        }
    }

    private static void respond(HttpServerExchange exchange, int status, HttpHandler next) throws Exception {
        if (status == StatusCodes.SWITCHING_PROTOCOLS) {
            next.handleRequest(exchange);
            return;
        }
        if (status == StatusCodes.UNAUTHORIZED) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        }
        exchange.setStatusCode(status).setPersistent(false).endExchange();
    }

    private static final class AuthenticatedWebSocketHandler extends CamelWebSocketHandler {

        private final Supplier<UpgradeAuthentication> authentication;

        AuthenticatedWebSocketHandler(Supplier<UpgradeAuthentication> authentication) {
            this.authentication = authentication;
        }

        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            authenticate(exchange, authentication, super::handleRequest);
        }
    }
}
