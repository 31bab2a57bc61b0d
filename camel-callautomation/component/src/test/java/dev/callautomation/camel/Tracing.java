package dev.callautomation.camel;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

import static org.awaitility.Awaitility.await;

/** Traces Camel contexts, and finds the spans that have ended. */
final class Tracing {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();

    /** Where tracers look for it. */
    void bind(BiConsumer<String, Object> registry) {
        registry.accept("tracer", provider.get("camel"));
        registry.accept("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
    }

    CamelContext trace(CamelContext context) {
        return trace(context, tracer -> {});
    }

    CamelContext trace(CamelContext context, Consumer<OpenTelemetryTracer> options) {
        bind(context.getRegistry()::bind);
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setCamelContext(context);
        options.accept(tracer);
        tracer.init(context);
        return context;
    }

    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    SpanData span(String name) {
        return span(span -> span.getName().equals(name));
    }

    SpanData span(Predicate<SpanData> wanted) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> spans().stream().filter(wanted).findFirst().orElse(null), span -> span != null);
    }

    static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
