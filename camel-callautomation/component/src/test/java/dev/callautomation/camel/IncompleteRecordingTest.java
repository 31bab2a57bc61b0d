package dev.callautomation.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.HostileService.Script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A recording that is not there as a whole is never taken for downloaded: the route would delete the original. */
class IncompleteRecordingTest extends CamelTestSupport {

    private static final Map<String, Script> EMPTY = Map.ofEntries(
            Map.entry("200 of length 0", exchange -> exchange.send(HostileService.response(200, "A: b", ""))),
            Map.entry("200 of no chunk", exchange -> exchange.send(HostileService.chunked(200) + "0\r\n\r\n")),
            Map.entry("200 until close", exchange -> exchange.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                    .close()),
            Map.entry("202", exchange -> exchange.send(HostileService.response(202, "A: b", "soon"))),
            Map.entry("203", exchange -> exchange.send(HostileService.response(203, "A: b", "other"))),
            Map.entry("204", exchange -> exchange.send("HTTP/1.1 204 No Content\r\n\r\n")),
            Map.entry(
                    "206", exchange -> exchange.send(HostileService.response(206, "Content-Range: bytes 0-9/10", ""))),
            Map.entry("102", exchange -> exchange.send("HTTP/1.1 102 Processing\r\n\r\n")
                    .silence()),
            Map.entry(
                    "a web page",
                    exchange -> exchange.send(HostileService.response(
                            200, "Content-Type: text/html; charset=utf-8", "<html>Sign in</html>"))),
            Map.entry(
                    "an XHTML page",
                    exchange -> exchange.send(HostileService.response(
                            200, "Content-Type: Application/XHTML+xml", "<html>Sign in</html>"))),
            Map.entry("no byte of ten", exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
                    .close()));

    private static final Map<String, Script> PARTIAL = Map.of(
            "closed before the length",
                    exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
                            .close(),
            "reset before the length",
                    exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
                            .reset(),
            "closed within a chunk",
                    exchange -> exchange.send(HostileService.chunked(200) + "9\r\n12345")
                            .close(),
            "closed between chunks",
                    exchange -> exchange.send(HostileService.chunked(200) + "5\r\n12345\r\n")
                            .close(),
            "stalled",
                    exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
                            .silence(),
            "drop by drop",
                    exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n1")
                            .drip("2"));

    @RegisterExtension
    final HostileService server = new HostileService();

    @TempDir
    Path folder;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString("endpoint=http://127.0.0.1:9/;accesskey=c2VjcmV0");
        component.getConfiguration().setContentLocation(server.url() + "/recording");
        component.getConfiguration().setDeleteLocation(server.url() + "/recording");
        component.getConfiguration().setResponseTimeout(3000);
        component.getConfiguration().setConnectionPoolSize(1);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setMaxRetries(1);
        context.addComponent("callautomation", component);
        return context;
    }

    @AfterEach
    void stopSoon() {
        QuickStop.prepare(context);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:store")
                        .to("callautomation:downloadRecording")
                        .to("file:" + folder + "?fileName=recording.wav")
                        .to("callautomation:deleteRecording");
            }
        };
    }

    private Exchange store() throws Exception {
        return template.asyncSend("direct:store", exchange -> {}).get(60, TimeUnit.SECONDS);
    }

    static Stream<String> empty() {
        return EMPTY.keySet().stream();
    }

    static Stream<String> partial() {
        return PARTIAL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("empty")
    void noBytesAreAFailureThatIsRetried(String name) throws Exception {
        server.behave(EMPTY.get(name));
        Exchange exchange = store();
        assertThat(exchange.getException(CallAutomationRequestFailedException.class)
                        .isRetryable())
                .isTrue();
        assertThat(server.requests()).as("the request and its retry").isEqualTo(2);
        assertThat(folder.resolve("recording.wav")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("partial")
    void fewerBytesThanThereAreAreAFailure(String name) throws Exception {
        AtomicInteger deletions = new AtomicInteger();
        server.behave(exchange -> {
            if (exchange.request().startsWith("DELETE")) {
                deletions.incrementAndGet();
            }
            PARTIAL.get(name).answer(exchange);
        });
        assertThat(store().getException()).isNotNull();
        assertThat(deletions).hasValue(0);
        await().untilAsserted(() -> assertThat(server.connections()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: b", "Content-Type: audio/wav"})
    void aWholeRecordingIsStoredAndThenDeleted(String header) throws Exception {
        server.behave(exchange -> exchange.send(HostileService.response(200, header, "1234567890")));
        assertThat(store().getException()).isNull();
        assertThat(Files.readString(folder.resolve("recording.wav"))).isEqualTo("1234567890");
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void theServerRecovers() throws Exception {
        for (Script script : EMPTY.values()) {
            server.behave(script);
            store();
        }
        for (Script script : PARTIAL.values()) {
            server.behave(script);
            store();
        }
        server.behave(exchange -> exchange.send(HostileService.response(200, "A: b", "1234567890")));
        await().untilAsserted(() -> assertThat(store().getException()).isNull());
    }
}
