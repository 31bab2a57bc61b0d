package dev.callautomation.camel;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.callautomation.camel.Tracing.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/** On camel-main a property switches the tracer on. */
class TracingOnCamelMainTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    private final Tracing tracing = new Tracing();

    @Test
    void anOperationIsTracedAndSendsItsTraceContext() throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        tracing.bind(main::bind);
        main.addInitialProperty("camel.opentelemetry2.enabled", "true");
        main.addInitialProperty("camel.component.callautomation.connectionString", service.connectionString());
        main.addInitialProperty("camel.component.callautomation.callbackUri", "https://contact.example.com");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:play").to("callautomation:play?file=https://example.com/a.wav&callConnectionId=c1");
            }
        });
        main.start();
        try {
            main.getCamelTemplate().sendBody("direct:play", null);
            SpanData play = tracing.span("callautomation play");
            assertThat(attribute(play, "callautomation.call_connection_id")).isEqualTo("c1");
            assertThat(service.requests().get(0).operationContext())
                    .contains("traceparent=00-" + play.getTraceId() + "-" + play.getSpanId());
        } finally {
            main.stop();
        }
    }
}
