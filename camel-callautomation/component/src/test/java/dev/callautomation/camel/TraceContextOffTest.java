package dev.callautomation.camel;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Without trace contexts in operation contexts. */
class TraceContextOffTest extends AwaitTestSupport {

    private final Tracing tracing = new Tracing();

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setTraceContext(false);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return tracing.trace(super.createCamelContext());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("log:events");
            }
        };
    }

    @Test
    void operationContextsAreSentAsTheyAreAndEventsJoinTheTraceThatThisNodeKnows() throws Exception {
        ended(begin(PLAY + "&operationContext=greeting"));
        ended(begin(PLAY));
        assertThat(request(0).operationContext()).isEqualTo("greeting");
        assertThat(request(1).operationContext()).isNull();
        SpanData play = tracing.span("callautomation play");
        tell("PlayCompleted", request(0), "");
        assertThat(tracing.span("callautomation PlayCompleted").getParentSpanId())
                .isEqualTo(play.getSpanId());
    }
}
