package dev.callautomation.camel;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two nodes that remember events in one database. */
class SharedRepositoryTest {

    private final JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:events", "sa", "");
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private List<DefaultCamelContext> nodes;

    @BeforeEach
    void prepare() {
        nodes = List.of(new DefaultCamelContext(), new DefaultCamelContext());
    }

    @AfterEach
    void stop() {
        nodes.forEach(DefaultCamelContext::stop);
        database.dispose();
    }

    private void start(AcknowledgeMode acknowledge) throws Exception {
        for (DefaultCamelContext node : nodes) {
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindHost("127.0.0.1");
            server.setBindPort(0);
            node.addService(new VertxPlatformHttpServer(server));
            CallAutomationComponent component = new CallAutomationComponent();
            component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
            component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE);
            component.setAcknowledge(acknowledge);
            component.setIdempotentRepository(new JdbcMessageIdRepository(database, "call-events"));
            node.addComponent("callautomation", component);
            node.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("callautomation:events").routeId("handles").process(exchange -> {
                        if (failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("not now");
                        }
                        handled.incrementAndGet();
                    });
                }
            });
            node.start();
        }
    }

    private int post(int node, String id) throws Exception {
        int port = nodes.get(node).hasService(VertxPlatformHttpServer.class).getPort();
        // the source of recordings is longer than the repository's column
        String event = EventTestSupport.callback("RecordingStateChanged", id, "{}")
                .replace("calling/callConnections/c1", "calling/recordings/" + "aHR0cHM6Ly9".repeat(40));
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/callautomation/events"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(event))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @EnumSource(AcknowledgeMode.class)
    void anEventThatOneNodeHasProcessedIsOnlyAcknowledgedByTheOther(AcknowledgeMode acknowledge) throws Exception {
        start(acknowledge);
        assertThat(post(0, "1")).isEqualTo(200);
        await().until(() -> handled.get() == 1);
        assertThat(post(1, "1")).isEqualTo(200);
        assertThat(post(1, "2")).isEqualTo(200);
        await().until(() -> handled.get() == 2);
    }

    @ParameterizedTest
    @EnumSource(AcknowledgeMode.class)
    void anEventThatOneNodeFailedToProcessIsProcessedByTheOther(AcknowledgeMode acknowledge) throws Exception {
        failures.set(1);
        start(acknowledge);
        assertThat(post(0, "1")).isEqualTo(acknowledge == AcknowledgeMode.ROUTED ? 503 : 200);
        await().until(() -> nodes.get(0).getInflightRepository().size() == 0 && failures.get() == 0);
        await().untilAsserted(() -> {
            assertThat(post(1, "1")).isEqualTo(200);
            assertThat(handled).hasValue(1);
        });
    }
}
