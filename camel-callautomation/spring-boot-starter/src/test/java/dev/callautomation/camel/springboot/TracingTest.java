package dev.callautomation.camel.springboot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** The tracer of camel-opentelemetry2, which has no starter, as a bean. */
class TracingTest {

    private static final int ACCEPTED = 202;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    @Test
    void anOperationOfARouteIsTracedAndSendsItsTraceContext() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", http -> {
            requests.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            http.sendResponseHeaders(ACCEPTED, -1);
            http.close();
        });
        service.start();
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "test.endpoint=http://localhost:" + service.getAddress().getPort())
                .run()) {
            application.getBean(ProducerTemplate.class).sendBody("direct:play", null);
            SpanData play = application.getBean(InMemorySpanExporter.class).getFinishedSpanItems().stream()
                    .filter(span -> span.getName().equals("callautomation play"))
                    .findFirst()
                    .orElseThrow();
            assertThat(requests.element()).contains("traceparent=00-" + play.getTraceId() + "-" + play.getSpanId());
        } finally {
            service.stop(0);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }

        @Bean
        Tracer tracer(InMemorySpanExporter exporter) {
            return SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build()
                    .get("camel");
        }

        @Bean
        ContextPropagators propagators() {
            return ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        }

        @Bean
        CamelContextConfiguration tracing() {
            return new CamelContextConfiguration() {
                @Override
                public void beforeApplicationStart(CamelContext context) {
                    OpenTelemetryTracer tracer = new OpenTelemetryTracer();
                    tracer.setCamelContext(context);
                    tracer.init(context);
                }

                @Override
                public void afterApplicationStart(CamelContext context) {
                    // nothing to do
                }
            };
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:play")
                            .to("callautomation:play?endpoint={{test.endpoint}}&accessKey=RAW(a2V5)&callConnectionId=c1"
                                    + "&file=https://example.com/a.wav"
                                    + "&operationCallbackUri=https://contact.example.com");
                }
            };
        }
    }
}
