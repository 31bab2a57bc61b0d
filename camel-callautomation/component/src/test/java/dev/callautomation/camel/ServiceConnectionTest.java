package dev.callautomation.camel;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Connections over TLS are kept for further operations, and replaced when the service closes them. */
class ServiceConnectionTest {

    private static final int TIMES = 25;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpConnection> connections = new CopyOnWriteArrayList<>();
    private final Set<Long> sessions = ConcurrentHashMap.newKeySet();
    private DefaultCamelContext context;

    @BeforeEach
    void start() throws Exception {
        OtherNameCertificate certificate = new OtherNameCertificate(folder, "ip:127.0.0.1");
        HttpServer server = get(vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(certificate.server()))
                .connectionHandler(connection -> {
                    connections.add(connection);
                    sessions.add(connection.sslSession().getCreationTime());
                })
                .requestHandler(request -> request.response().setStatusCode(202).end())
                .listen(0, "127.0.0.1"));
        CallAutomationComponent component = new CallAutomationComponent();
        component
                .getConfiguration()
                .setConnectionString("endpoint=https://127.0.0.1:" + server.actualPort() + "/;accesskey=c2VjcmV0");
        component.getConfiguration().setSslContextParameters(certificate.trust());
        context = new DefaultCamelContext();
        context.addComponent("callautomation", component);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private Exception play() {
        return context.createProducerTemplate()
                .request("callautomation:play?callConnectionId=c1&text=Hello", (Exchange exchange) -> {})
                .getException();
    }

    @Test
    void aConnectionIsKept() {
        for (int i = 0; i < TIMES; i++) {
            assertThat(play()).isNull();
        }
        assertThat(connections).hasSize(1);
    }

    /** A prompt is not repeated if the service may have it, so that a closed connection must be noticed before it is sent. */
    @Test
    void aConnectionThatTheServiceClosesWhileIdleFailsNoOperation() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            assertThat(play()).as("operation %d", i).isNull();
            get(connections.get(connections.size() - 1).close());
        }
        assertThat(connections.size()).isGreaterThanOrEqualTo(TIMES);
        // a resumed session has the time of the first one, and costs no exchange of certificates
        assertThat(sessions).hasSizeLessThan(TIMES / 2);
    }
}
