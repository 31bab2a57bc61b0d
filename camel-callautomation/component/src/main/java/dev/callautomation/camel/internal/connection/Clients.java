package dev.callautomation.camel.internal.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.component.vertx.common.VertxHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.client.CallAutomationClient;
import dev.callautomation.camel.internal.client.ConnectionPool;
import dev.callautomation.camel.internal.client.ContentClient;
import dev.callautomation.camel.internal.client.Credential;
import dev.callautomation.camel.internal.client.HttpProxy;
import dev.callautomation.camel.internal.client.HttpTransport;
import dev.callautomation.camel.internal.support.RouteThreads;

/**
 * The clients of a component: one for each set of connection settings, created when first needed, and closed some time after
 * the last producer that uses it has stopped, so that connections with former credentials do not stay.
 */
public final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /**
     * Delay before an unused client is closed. A route that restarts, and a dynamic endpoint whose producer Camel does not
     * cache, use the same client again.
     */
    private static final Duration LINGER = Duration.ofSeconds(5);

    /** Downloads with the default of 8 KiB spend most of their time on passing buffers between threads. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final CamelContext context;
    private final Vertx given;
    private final int threads;
    private final ScheduledExecutorService timer;
    private final Map<ConnectionSettings, SharedClient> clients = new HashMap<>();
    private final List<HttpClient> ours = new ArrayList<>();
    private final List<Consumer<ServiceClient>> closed = new CopyOnWriteArrayList<>();
    private Vertx own;
    private RouteThreads routeThreads;

    private static final class SharedClient {

        private final ServiceClient client;
        private int users;
        private boolean closing;

        SharedClient(ServiceClient client) {
            this.client = client;
        }
    }

    /**
     * @param given   not closed here; {@code null} to create one
     * @param threads number of threads that continue exchanges after operations
     * @param timer   ends operations whose event loop is blocked
     */
    public Clients(CamelContext context, Vertx given, int threads, ScheduledExecutorService timer) {
        this.context = context;
        this.timer = timer;
        this.given = given;
        this.threads = threads;
    }

    /**
     * The client for a configuration, which is to be released.
     *
     * @throws IllegalArgumentException if the configuration does not specify the connection
     */
    public synchronized ServiceClient acquire(CallAutomationConfiguration configuration) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(configuration, context);
        SharedClient shared = clients.get(settings);
        if (shared == null) {
            shared = new SharedClient(connect(configuration, settings));
            clients.put(settings, shared);
        }
        shared.users++;
        return shared.client;
    }

    /** A producer that has acquired a client has stopped. */
    public synchronized void release(ServiceClient client) {
        clients.forEach((settings, shared) -> {
            if (shared.client == client) {
                shared.users--;
                if (shared.users == 0 && !shared.closing) {
                    shared.closing = true;
                    closeLater(settings, shared);
                }
            }
        });
    }

    private void closeLater(ConnectionSettings settings, SharedClient shared) {
        vertx().setTimer(LINGER.toMillis(), id -> closeUnused(settings, shared));
    }

    private synchronized void closeUnused(ConnectionSettings settings, SharedClient shared) {
        if (clients.get(settings) != shared) {
            return;
        }
        if (shared.users > 0) {
            shared.closing = false;
        } else if (shared.client.transport().inFlight() > 0) {
            closeLater(settings, shared);
        } else {
            clients.remove(settings);
            shared.client.close();
            closed.forEach(listener -> listener.accept(shared.client));
        }
    }

    /** @param listener is told of each client that is closed because no producer uses it any more; must not block */
    public void whenClosed(Consumer<ServiceClient> listener) {
        closed.add(listener);
    }

    /** The number of clients that are not closed. */
    synchronized int size() {
        return clients.size();
    }

    private ServiceClient connect(CallAutomationConfiguration configuration, ConnectionSettings settings)
            throws Exception {
        Vertx vertx = vertx();
        Credential credential = settings.credential().open(vertx, settings.responseTimeout(), settings.proxy());
        WebClient given = configuration.getWebClient();
        List<ConnectionPool> pools = new ArrayList<>();
        HttpTransport transport;
        if (given == null) {
            WebClientOptions options = options(configuration, settings.proxy());
            pools.add(new ConnectionPool(vertx, options, settings.endpoint()));
            pools.add(new ConnectionPool(vertx, options, settings.endpoint()));
            transport = HttpTransport.of(vertx, pools.get(0), pools.get(1));
        } else {
            transport = HttpTransport.of(vertx, given);
        }
        return new ServiceClient(
                new CallAutomationClient(
                        vertx,
                        transport,
                        settings.endpoint(),
                        credential,
                        settings.retryPolicy(),
                        settings.responseTimeout()),
                new ContentClient(
                        vertx,
                        transport,
                        settings.endpoint(),
                        credential,
                        settings.retryPolicy(),
                        settings.responseTimeout()),
                transport,
                pools);
    }

    /** Ends operations whose event loop is blocked. */
    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Threads that continue exchanges after operations. */
    public synchronized RouteThreads threads() {
        if (routeThreads == null) {
            routeThreads = new RouteThreads(context, threads);
        }
        return routeThreads;
    }

    /** The Vert.x instance that requests are sent with. */
    public synchronized Vertx vertx() {
        if (given != null) {
            return given;
        }
        if (own == null) {
            own = Vertx.vertx(new VertxOptions()
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        }
        return own;
    }

    /** The web client of the configuration, or a new one with its settings. */
    public synchronized WebClient webClient(CallAutomationConfiguration configuration) throws Exception {
        if (configuration.getWebClient() != null) {
            return configuration.getWebClient();
        }
        WebClientOptions options = options(configuration, ProxyOptions.find(configuration, context));
        HttpClient http = vertx().createHttpClient(options);
        ours.add(http);
        return WebClient.wrap(http, options);
    }

    private WebClientOptions options(CallAutomationConfiguration configuration, HttpProxy proxy) throws Exception {
        WebClientOptions options = new WebClientOptions()
                .setConnectTimeout(Math.toIntExact(configuration.getConnectTimeout()))
                .setMaxPoolSize(configuration.getConnectionPoolSize())
                .setMaxChunkSize(CHUNK_BYTES)
                .setUserAgent("camel-callautomation");
        options.setSslHandshakeTimeout(configuration.getConnectTimeout())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        if (proxy != null) {
            proxy.applyTo(options);
        }
        SSLContextParameters tls = configuration.getSslContextParameters();
        if (tls != null) {
            VertxHelper.setupSSLOptions(context, tls, options);
            // the helper leaves options that fail at the first connection where the parameters have no such managers
            if (tls.getKeyManagers() == null) {
                options.setKeyCertOptions(null);
            }
            if (tls.getTrustManagers() == null) {
                options.setTrustOptions(null);
            }
        }
        return options;
    }

    public synchronized void close() {
        clients.values().forEach(shared -> shared.client.close());
        clients.clear();
        closed.clear();
        ours.forEach(HttpClient::close);
        ours.clear();
        if (own != null) {
            closeOwn();
            own = null;
        }
        if (routeThreads != null) {
            routeThreads.close();
            routeThreads = null;
        }
    }

    private void closeOwn() {
        try {
            own.close().toCompletionStage().toCompletableFuture().get(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The Vert.x instance of the component did not close", e);
        }
    }
}
