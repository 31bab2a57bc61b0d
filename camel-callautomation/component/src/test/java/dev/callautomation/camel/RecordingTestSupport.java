package dev.callautomation.camel;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A Camel context whose service and recordings are on this machine, on different ports. */
abstract class RecordingTestSupport extends CamelTestSupport {

    static final String ENDPOINT = "127.0.0.1:9";

    @TempDir
    Path folder;

    RecordingServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        server = new RecordingServer();
        CamelContext context = super.createCamelContext();
        MockTimeout.extend(context);
        CallAutomationComponent component = new CallAutomationComponent();
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://" + ENDPOINT + "/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=");
        component.getConfiguration().setRetryDelay(5);
        component.getConfiguration().setContentLocation(server.url());
        context.addComponent("callautomation", component);
        return context;
    }

    /** What a test leaves in flight must not delay its end. */
    @AfterEach
    void stopSoon() {
        QuickStop.prepare(context);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bytes").toD("${header.uri}").convertBodyTo(byte[].class);
            }
        };
    }

    @AfterEach
    void closeServer() throws Exception {
        server.close();
    }

    /** Runs an operation and reads its result, in a route. */
    Exchange run(String uri) {
        return run(uri, null);
    }

    Exchange run(String uri, Object body) {
        return template.request("direct:bytes", exchange -> {
            exchange.getMessage().setHeader("uri", "callautomation:" + uri);
            exchange.getMessage().setBody(body);
        });
    }

    byte[] bytes(String uri, Object body) {
        Exchange exchange = run(uri, body);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(byte[].class);
    }

    void awaitNoConnection() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(server.connections())
                .isZero());
    }
}
