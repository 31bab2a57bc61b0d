package dev.callautomation.camel.springboot;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.web.embedded.undertow.UndertowWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Limits the connections of Undertow in number and time. Undertow itself does not limit them, or accepts none when there are
 * too many. Here the one that has waited for a head longest is closed, or else the one that has waited for a body longest.
 */
final class UndertowConnections implements HandlerWrapper, ApplicationListener<ServletWebServerInitializedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UndertowConnections.class);

    private final ServletDeliveryServer server;
    private final BeanFactory application;
    private final Map<Ends, Connection> open = new HashMap<>();

    private record Ends(SocketAddress peer, SocketAddress local) {}

    /** Guarded by {@link #open}. */
    private static final class Connection {

        private final StreamConnection channel;
        private long since = System.nanoTime();
        private boolean first = true;
        private int requests;
        private HttpServerExchange latest;

        Connection(StreamConnection channel) {
            this.channel = channel;
        }

        boolean waits() {
            return requests == 0;
        }

        /** Whether a body is incomplete, or has not been read completely. */
        boolean receives() {
            // an upgraded connection, such as a WebSocket, has a complete request
            return requests == 1 && latest != null && !latest.isRequestComplete();
        }

        void begin(HttpServerExchange exchange) {
            requests++;
            first = false;
            latest = exchange;
            since = System.nanoTime();
        }

        void end() {
            requests--;
            latest = null;
            since = System.nanoTime();
        }

        boolean overdue(DeliveryLimits limits) {
            Duration longest = first ? limits.headTimeout() : limits.idleTimeout();
            return waits() && System.nanoTime() - since > longest.toNanos();
        }

        void close() {
            channel.getIoThread().execute(() -> IoUtils.safeClose(channel));
        }
    }

    UndertowConnections(ServletDeliveryServer server, BeanFactory application) {
        this.server = server;
        this.application = application;
    }

    /** The server listens. It has no hook for connections that are accepted, so that its listeners are wrapped. */
    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent event) {
        // not the server of the management
        if (event.getWebServer() instanceof UndertowWebServer web
                && event.getApplicationContext().getAutowireCapableBeanFactory() == application) {
            try {
                UndertowListeners.admit(web, this::admit);
                server.check(this::check);
            } catch (IllegalStateException | ClassCastException e) {
                LOG.warn(
                        "The options headTimeout, idleTimeout and maxConnections have no effect on this version of"
                                + " Undertow",
                        e);
            }
        }
    }

    private boolean admit(StreamConnection accepted) {
        Optional<DeliveryLimits> limits = server.limits();
        synchronized (open) {
            if (limits.isPresent() && open.size() >= limits.get().connections() && !makeRoom(limits.get())) {
                return false;
            }
            open.put(new Ends(accepted.getPeerAddress(), accepted.getLocalAddress()), new Connection(accepted));
            return true;
        }
    }

    private boolean makeRoom(DeliveryLimits limits) {
        open.values().removeIf(connection -> !connection.channel.isOpen());
        if (open.size() < limits.connections()) {
            return true;
        }
        server.refused(RefusalKind.TOO_MANY_CONNECTIONS, "The server has too many connections");
        Optional<Connection> longest = open.values().stream()
                .filter(connection -> connection.waits() || connection.receives())
                .min(Comparator.comparing(Connection::receives)
                        .thenComparing(connection -> connection.since, (one, other) -> Long.signum(one - other)));
        longest.ifPresent(this::end);
        return longest.isPresent();
    }

    private void check() {
        Optional<DeliveryLimits> limits = server.limits();
        synchronized (open) {
            open.values().removeIf(connection -> !connection.channel.isOpen());
            if (limits.isPresent()) {
                List<Connection> overdue = open.values().stream()
                        .filter(connection -> connection.overdue(limits.get()))
                        .toList();
                overdue.forEach(connection -> {
                    if (connection.first) {
                        server.refused(RefusalKind.TIMEOUT, "The head of the first request takes too long");
                    }
                    end(connection);
                });
            }
        }
    }

    private void end(Connection connection) {
        open.values().remove(connection);
        connection.close();
    }

    /** The head of a request is complete. */
    @Override
    public HttpHandler wrap(HttpHandler next) {
        return exchange -> {
            Connection connection = begin(exchange);
            if (connection != null) {
                exchange.addExchangeCompleteListener((ended, following) -> {
                    end(ended, connection);
                    following.proceed();
                });
            }
            next.handleRequest(exchange);
        };
    }

    private Connection begin(HttpServerExchange exchange) {
        Ends ends = new Ends(
                exchange.getConnection().getPeerAddress(),
                exchange.getConnection().getLocalAddress());
        synchronized (open) {
            Connection connection = open.get(ends);
            if (connection != null) {
                connection.begin(exchange);
            }
            return connection;
        }
    }

    private void end(HttpServerExchange exchange, Connection connection) {
        synchronized (open) {
            if (exchange.isUpgrade()) {
                // such as a WebSocket, whose frames are no requests
                return;
            }
            connection.end();
        }
    }
}
