package dev.callautomation.camel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.api.OpenTelemetry;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A tracer that is there but disabled, and propagates nothing. */
class TracingWithoutPropagationTest extends AwaitTestSupport {

    private final Queue<Object> consumed = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("tracer", OpenTelemetry.noop().getTracer("camel"));
        context.getRegistry().bind("propagators", OpenTelemetry.noop().getPropagators());
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setCamelContext(context);
        tracer.init(context);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < 2; i++) {
                    from("callautomation:events")
                            .to(PLAY)
                            .process(exchange ->
                                    consumed.add(exchange.getMessage().getHeaders()));
                }
            }
        };
    }

    @Test
    void eventsAndOperationsAreAsWithoutATracer() throws Exception {
        tell("CallConnected", (String) null, "");
        tell("ParticipantsUpdated", (String) null, "");
        await().atMost(LIMIT).until(() -> consumed.size() == 4);
        assertThat(service.requests()).hasSize(4).allSatisfy(request -> assertThat(request.operationContext())
                .isNull());
        assertThat(consumed.toString()).doesNotContain("traceparent");
    }
}
