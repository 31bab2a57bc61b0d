package dev.callautomation.camel;

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

import dev.callautomation.camel.client.CallAutomationClient;
import dev.callautomation.camel.client.ContentClient;
import dev.callautomation.camel.client.Credential;

/** The clients of a component: one for each way to reach the service, made when first needed, closed together. */
final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** With the 8 KiB that are the default, a download is mostly the handing over of buffers. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final CamelContext context;
    private final Vertx given;
    private final int threads;
    private final Map<ConnectionSettings, ServiceClients> clients = new HashMap<>();
    private final List<HttpClient> ours = new ArrayList<>();
    private Vertx own;
    private RouteThreads routeThreads;

    /**
     * @param given   not closed; {@code null} to make one
     * @param threads how many threads run what follows operations
     */
    Clients(CamelContext context, Vertx given, int threads) {
        this.context = context;
        this.given = given;
        this.threads = threads;
    }

    /**
     * @throws IllegalArgumentException if the configuration does not say how to reach the service
     */
    synchronized ServiceClients clients(CallAutomationConfiguration configuration) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(configuration, context);
        ServiceClients known = clients.get(settings);
        if (known == null) {
            known = connect(configuration, settings);
            clients.put(settings, known);
        }
        return known;
    }

    private ServiceClients connect(CallAutomationConfiguration configuration, ConnectionSettings settings)
            throws Exception {
        Credential credential = settings.credential().open(vertx(), settings.responseTimeout());
        WebClientOptions options = options(configuration);
        HttpClient http = vertx().createHttpClient(options);
        ours.add(http);
        return new ServiceClients(
                new CallAutomationClient(
                        vertx(),
                        // downloads need an HTTP client, which a given web client does not hand out
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

    /** Run what follows operations in their routes. */
    synchronized RouteThreads threads() {
        if (routeThreads == null) {
            routeThreads = new RouteThreads(context, threads);
        }
        return routeThreads;
    }

    /** The one that requests are sent with. */
    synchronized Vertx vertx() {
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

    /** A client that connects as the configuration says: the one that it names, or one of ours. */
    synchronized WebClient webClient(CallAutomationConfiguration configuration) throws Exception {
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

    synchronized void close() {
        clients.values().forEach(ServiceClients::close);
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
