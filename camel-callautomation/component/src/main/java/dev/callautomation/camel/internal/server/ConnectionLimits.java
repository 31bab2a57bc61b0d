package dev.callautomation.camel.internal.server;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Limits the connections of a Vert.x server in number and time, which the server itself does not: it can be configured
 * before it listens only, and Camel has started it by then. A connection on which no head of a request is completed in time
 * is closed. If there are too many, the one that has waited for a head longest is closed, or else the one that has been sending
 * a body longest.
 */
final class ConnectionLimits extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimits.class);
    private static final long FINDING_MILLIS = 5_000;
    private static final AttributeKey<ConnectionLimits> KEY = AttributeKey.valueOf(ConnectionLimits.class, "of");

    private final Channel server;
    private final DeliveryLimits limits;
    private final BiConsumer<RefusalKind, String> refusals;
    private final Route requests;
    /** In the order in which they were accepted. What they do is looked at when there are too many: requests need no lock. */
    private final Set<LimitedConnection> open = new LinkedHashSet<>();

    private int users = 1;

    private ConnectionLimits(
            Channel server,
            VertxPlatformHttpRouter router,
            DeliveryLimits limits,
            BiConsumer<RefusalKind, String> refusals) {
        this.server = server;
        this.limits = limits;
        this.refusals = refusals;
        this.requests = router.route().order(Integer.MIN_VALUE).handler(LimitedConnection::observe);
    }

    /**
     * Limits the connections that the server accepts from now on. If they are limited already, by another component, its limits
     * remain.
     *
     * @param refusals receives each refusal
     */
    static Optional<ConnectionLimits> install(
            VertxPlatformHttpRouter router,
            HttpServer http,
            DeliveryLimits limits,
            BiConsumer<RefusalKind, String> refusals) {
        Optional<Channel> found = find((VertxInternal) router.vertx(), http.actualPort());
        if (found.isEmpty()) {
            LOG.warn("The connections of the HTTP server are not limited: it has not been found");
            return Optional.empty();
        }
        Channel server = found.get();
        synchronized (ConnectionLimits.class) {
            ConnectionLimits present = server.attr(KEY).get();
            if (present != null) {
                present.users++;
                return Optional.of(present);
            }
            ConnectionLimits installed = new ConnectionLimits(server, router, limits, refusals);
            server.attr(KEY).set(installed);
            // on the event loop, or a connection could be accepted while the handler is still being added, without
            // limits
            server.eventLoop()
                    .submit(() -> server.pipeline().addFirst(installed))
                    .awaitUninterruptibly(FINDING_MILLIS);
            return Optional.of(installed);
        }
    }

    private static Optional<Channel> find(VertxInternal vertx, int port) {
        for (EventExecutor loop : vertx.getAcceptorEventLoopGroup()) {
            Future<Channel> channel = loop.submit(() -> find((SingleThreadEventLoop) loop, port));
            channel.awaitUninterruptibly(FINDING_MILLIS);
            if (channel.getNow() != null) {
                return Optional.of(channel.getNow());
            }
        }
        return Optional.empty();
    }

    /** Called on the event loop. */
    private static Channel find(SingleThreadEventLoop loop, int port) {
        Iterator<Channel> channels = loop.registeredChannelsIterator();
        while (channels.hasNext()) {
            Channel channel = channels.next();
            if (channel instanceof ServerChannel
                    && channel.localAddress() instanceof InetSocketAddress address
                    && address.getPort() == port) {
                return channel;
            }
        }
        return null;
    }

    /** Ends the limits with their last user, for connections that are open, too. */
    void close() {
        synchronized (ConnectionLimits.class) {
            users--;
            if (users > 0) {
                return;
            }
            server.attr(KEY).set(null);
            if (server.isActive()) {
                server.pipeline().remove(this);
            }
        }
        requests.remove();
        open().forEach(LimitedConnection::release);
    }

    private synchronized List<LimitedConnection> open() {
        return List.copyOf(open);
    }

    /** A connection has been accepted. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel channel = (Channel) message;
        LimitedConnection connection = new LimitedConnection(channel, this, limits);
        if (admit(connection)) {
            channel.closeFuture().addListener(closed -> forget(connection));
            channel.pipeline().addLast(connection);
            context.fireChannelRead(message);
        } else {
            channel.unsafe().closeForcibly();
        }
    }

    private synchronized boolean admit(LimitedConnection connection) {
        if (open.size() >= limits.connections()) {
            refusals.accept(RefusalKind.TOO_MANY_CONNECTIONS, "The server has too many connections");
            Optional<LimitedConnection> longest =
                    longest(LimitedConnection::isWaiting).or(() -> longest(LimitedConnection::isReceiving));
            if (longest.isEmpty()) {
                return false;
            }
            open.remove(longest.get());
            longest.get().close();
        }
        open.add(connection);
        return true;
    }

    private Optional<LimitedConnection> longest(Predicate<LimitedConnection> state) {
        return open.stream().filter(state).min(Comparator.comparingLong(LimitedConnection::since));
    }

    private synchronized void forget(LimitedConnection connection) {
        open.remove(connection);
    }

    /** The head has not been completed in time. */
    void expired(LimitedConnection connection, String reason) {
        refusals.accept(RefusalKind.TIMEOUT, reason);
        connection.close();
    }
}
