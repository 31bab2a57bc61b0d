package dev.callautomation.camel.internal.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
import dev.callautomation.camel.internal.client.ContentClient;
import dev.callautomation.camel.internal.client.Credential;
import dev.callautomation.camel.internal.support.RouteThreads;

/** The clients of a component: one for each set of connection settings, created when first needed, closed together. */
public final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** Downloads with the default of 8 KiB spend most of their time on passing buffers between threads. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final CamelContext context;
    private final Vertx given;
    private final int threads;
    private final Map<ConnectionSettings, ServiceClient> clients = new HashMap<>();
    private final List<HttpClient> ours = new ArrayList<>();
    private Vertx own;
    private RouteThreads routeThreads;

    /**
     * @param given   not closed here; {@code null} to create one
     * @param threads number of threads that continue exchanges after operations
     */
    public Clients(CamelContext context, Vertx given, int threads) {
        this.context = context;
        this.given = given;
        this.threads = threads;
    }

    /**
     * @throws IllegalArgumentException if the configuration does not specify the connection
     */
    public synchronized ServiceClient clients(CallAutomationConfiguration configuration) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(configuration, context);
        ServiceClient known = clients.get(settings);
        if (known == null) {
            known = connect(configuration, settings);
            clients.put(settings, known);
        }
        return known;
    }

    private ServiceClient connect(CallAutomationConfiguration configuration, ConnectionSettings settings)
            throws Exception {
        Credential credential = settings.credential().open(vertx(), settings.responseTimeout());
        WebClientOptions options = options(configuration);
        HttpClient http = vertx().createHttpClient(options);
        ours.add(http);
        return new ServiceClient(
                new CallAutomationClient(
                        vertx(),
                        // downloads need an HTTP client, which a given web client does not expose
                        configuration.getWebClient() != null
                                ? configuration.getWebClient()
                                : WebClient.wrap(http, options),
                        settings.endpoint(),
                        credential,
                        settings.retryPolicy(),
                        settings.responseTimeout()),
                new ContentClient(
                        vertx(),
                        http,
                        settings.endpoint(),
                        credential,
                        settings.retryPolicy(),
                        settings.responseTimeout()));
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
        WebClientOptions options = options(configuration);
        HttpClient http = vertx().createHttpClient(options);
        ours.add(http);
        return WebClient.wrap(http, options);
    }

    private WebClientOptions options(CallAutomationConfiguration configuration) throws Exception {
        WebClientOptions options = new WebClientOptions()
                .setConnectTimeout(Math.toIntExact(configuration.getConnectTimeout()))
                .setMaxPoolSize(configuration.getConnectionPoolSize())
                .setMaxChunkSize(CHUNK_BYTES)
                .setUserAgent("camel-callautomation");
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
        clients.values().forEach(ServiceClient::close);
        clients.clear();
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
