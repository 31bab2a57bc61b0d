package dev.callautomation.camel;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A repository that is not there when the first consumer starts. */
class RepositoryStartTest {

    private static final String SECRET = "a-secret-of-the-tests";

    private final AtomicBoolean down = new AtomicBoolean(true);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CallAutomationComponent component = new CallAutomationComponent();

    @BeforeEach
    void start() throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE);
        component.setIdempotentRepository(new MemoryIdempotentRepository() {
            @Override
            protected void doStart() throws Exception {
                if (down.get()) {
                    throw new IllegalStateException("the database is down");
                }
                super.doStart();
            }
        });
        context.addComponent("callautomation", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Consumer consumer(String uri) throws Exception {
        return context.getEndpoint(uri).createConsumer(exchange -> {});
    }

    @Test
    void theComponentStopsCleanlyAfterIt() throws Exception {
        Consumer consumer = consumer("callautomation:events");
        assertThatThrownBy(consumer::start).hasStackTraceContaining("the database is down");
        consumer.stop();
        component.stop();
        assertThat(component.isStopped()).isTrue();
    }

    @Test
    void aConsumerStartsWhenItIsBack() throws Exception {
        Consumer early = consumer("callautomation:events");
        assertThatThrownBy(early::start).hasStackTraceContaining("the database is down");
        down.set(false);
        CallAutomationConsumer late = (CallAutomationConsumer) consumer("callautomation:events");
        late.start();
        assertThat(late.accepting()).isTrue();
        late.stop();
    }

    @Test
    void aConsumerWithoutARouteIsNamedInLogsWithoutItsSecrets() throws Exception {
        Consumer consumer =
                consumer("callautomation:events?from=RAW(+15551234567)&maskIdentifiers=true&eventGridSecret=" + SECRET
                        + "&accessKey=c2VjcmV0");
        assertThat(consumer.toString()).contains("callautomation:").doesNotContain(SECRET, "c2VjcmV0", "15551234567");
    }
}
