package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Limits the connections of Tomcat. Tomcat itself limits the time between two reads, not that of a head, and when it has too
 * many connections it accepts none until one ends. Here the one that has waited for a head longest is closed, or else the one
 * that has waited for a body longest.
 */
final class LimitedNioEndpoint extends NioEndpoint {

    /** When connections were accepted, in milliseconds. */
    private final Map<SocketWrapperBase<NioChannel>, Long> accepted = new ConcurrentHashMap<>();

    /** What has been received, by a connection that is processed by a thread, or whose request is asynchronous. */
    private final Map<SocketWrapperBase<NioChannel>, Processing> processing = new ConcurrentHashMap<>();

    /** Of the connection that the current thread processes; {@code null} if it processes none. */
    private final ThreadLocal<Processing> current = new ThreadLocal<>();

    private volatile ServletDeliveryServer server;

    private static final class Processing {

        private final SocketWrapperBase<NioChannel> connection;

        /** Whether a thread processes it: Tomcat takes the processor off the connection for that time. */
        private volatile boolean running;

        /** The request whose head is complete. */
        private volatile Request request;

        /** When the head was complete, see {@link System#nanoTime()}. */
        private long since;

        Processing(SocketWrapperBase<NioChannel> connection) {
            this.connection = connection;
        }

        void begin(Request latest) {
            since = System.nanoTime();
            request = latest;
        }

        /** Whether a body is incomplete, or has not been read completely. */
        boolean receives() {
            Request latest = request;
            if (latest == null) {
                return false;
            }
            AtomicBoolean complete = new AtomicBoolean(true);
            latest.action(ActionCode.REQUEST_BODY_FULLY_READ, complete);
            return !complete.get();
        }
    }

    void limit(ServletDeliveryServer by) {
        server = by;
        by.check(this::check);
    }

    private Optional<DeliveryLimits> limits() {
        ServletDeliveryServer by = server;
        return by == null ? Optional.empty() : by.limits();
    }

    /** A connection has been accepted. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (limits().isPresent() && !admit(limits().get())) {
            return false;
        }
        boolean open = super.setSocketOptions(socket);
        if (limits().isPresent() && connections.get(socket) instanceof NioSocketWrapper connection) {
            accepted.put(connection, connection.getLastWrite());
        }
        return open;
    }

    /** Says whether there is room for one more connection. */
    private boolean admit(DeliveryLimits limits) {
        // Tomcat stops accepting at its own limit, which must not be reached
        int limit = getMaxConnections() > 0
                ? Math.min(limits.connections(), getMaxConnections() - 1)
                : limits.connections();
        if (connections.size() < limit) {
            return true;
        }
        server.refused(RefusalKind.TOO_MANY_CONNECTIONS, "The server has too many connections");
        Optional<NioSocketWrapper> longest = connections.values().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(this::waits)
                .min(Comparator.comparingLong(NioSocketWrapper::getLastWrite));
        longest.ifPresent(this::end);
        return longest.isPresent() || endLongestBody();
    }

    private boolean endLongestBody() {
        Optional<Processing> longest = processing.values().stream()
                .filter(Processing::receives)
                .min((one, other) -> Long.signum(one.since - other.since));
        longest.ifPresent(body -> {
            body.request = null;
            endInput(body.connection);
        });
        return longest.isPresent();
    }

    /** For who reads the body, blocking or not, it is as if the peer had closed the connection. */
    private static void endInput(SocketWrapperBase<NioChannel> connection) {
        try {
            connection.getSocket().getIOChannel().shutdownInput();
        } catch (IOException e) {
            // has been closed
        }
    }

    /**
     * The head of a request is complete. Called by the thread that processes it.
     *
     * @return its connection; {@code null} if it is a stream of HTTP/2, which other threads process
     */
    SocketWrapperBase<NioChannel> begin(Request request) {
        Processing run = current.get();
        if (run == null) {
            return null;
        }
        run.begin(request);
        return run.connection;
    }

    private void check() {
        processing.values().removeIf(run -> !run.running && run.connection.isClosed());
        if (limits().isEmpty()) {
            accepted.clear();
            return;
        }
        accepted.keySet().retainAll(new HashSet<>(connections.values()));
        limits().ifPresent(limits -> connections.values().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(this::waits)
                .forEach(connection -> check(connection, limits)));
    }

    private void check(NioSocketWrapper connection, DeliveryLimits limits) {
        long since = connection.getLastWrite();
        boolean first = Long.valueOf(since).equals(accepted.get(connection));
        long longest = (first ? limits.headTimeout() : limits.idleTimeout()).toMillis();
        if (System.currentTimeMillis() - since > longest) {
            if (first) {
                server.refused(RefusalKind.TIMEOUT, "The head of the first request takes too long");
            }
            end(connection);
        }
    }

    /** Whether the connection waits for the end of a head. */
    private boolean waits(NioSocketWrapper connection) {
        if (connection.getError() != null || connection.isClosed() || isRunning(connection)) {
            return false;
        }
        return !isBusy(connection) && !isRunning(connection);
    }

    private boolean isRunning(SocketWrapperBase<NioChannel> connection) {
        Processing run = processing.get(connection);
        return run != null && run.running;
    }

    /** Whether the request is processed by other threads, or the connection is a WebSocket. */
    private static boolean isBusy(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof Processor of && (of.isAsync() || of.isUpgrade());
    }

    private static boolean isUpgraded(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof Processor of && of.isUpgrade();
    }

    /** As Tomcat does it when a read times out. */
    private void end(NioSocketWrapper connection) {
        connection.setError(new SocketTimeoutException());
        processSocket(connection, SocketEvent.ERROR, true);
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new SocketProcessor(connection, event) {
            @Override
            protected void doRun() {
                // it is forgotten by the end of the run
                SocketWrapperBase<NioChannel> connection = socketWrapper;
                Processing run = processing.computeIfAbsent(connection, Processing::new);
                run.running = true;
                current.set(run);
                try {
                    super.doRun();
                } finally {
                    current.remove();
                    if (isBusy(connection)) {
                        if (isUpgraded(connection)) {
                            // that of a processor which serves another connection by now
                            run.request = null;
                        }
                        run.running = false;
                    } else {
                        processing.remove(connection);
                    }
                }
            }
        };
    }
}
