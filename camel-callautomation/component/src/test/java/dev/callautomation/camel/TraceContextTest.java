package dev.callautomation.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.event.CallAutomationEvent;

import static dev.callautomation.camel.Tracing.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The trace context in operation contexts. */
class TraceContextTest extends AwaitTestSupport {

    private static final String KEY = "a-key-of-the-tests";
    private static final String FORGED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String GREETING = PLAY + "&operationContext=greeting";
    private static final int MAX = 5_000;

    private final Tracing tracing = new Tracing();
    private final Queue<Message> consumed = new ConcurrentLinkedQueue<>();

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setContextHeadersKey(KEY);
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
                from("callautomation:events")
                        .process(exchange -> consumed.add(exchange.getMessage().copy()));
            }
        };
    }

    private Message consumed() {
        return await().atMost(LIMIT).until(consumed::poll, message -> message != null);
    }

    private SpanData played() {
        return tracing.span("callautomation PlayCompleted");
    }

    @Test
    void itIsNoPartOfTheOperationContextOfTheApplication() throws Exception {
        ended(begin(GREETING));
        assertThat(request(0).operationContext()).contains("traceparent=").endsWith("~greeting");
        tell("PlayCompleted", request(0), "");
        Message message = consumed();
        assertThat(message.getHeaders()).containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
        CallAutomationEvent event = message.getBody(CallAutomationEvent.class);
        assertThat(event.operationContext()).isEqualTo("greeting");
        assertThat(event.json().toString()).doesNotContain("traceparent");
        assertThat(tracing.spans())
                .filteredOn(span -> span.getName().equals("callautomation play"))
                .extracting(SpanData::getSpanId)
                .contains(played().getParentSpanId());
    }

    @Test
    void anOperationWithoutAContextOfTheApplicationIsTracedToo() throws Exception {
        ended(begin(PLAY));
        tell("PlayCompleted", request(0), "");
        assertThat(consumed().getHeaders()).doesNotContainKey(CallAutomationConstants.OPERATION_CONTEXT);
        assertThat(tracing.spans())
                .filteredOn(span -> span.getName().equals("callautomation play"))
                .extracting(SpanData::getSpanId)
                .contains(played().getParentSpanId());
    }

    @Test
    void oneThatIsNotSignedIsIgnored() throws Exception {
        tell("PlayCompleted", "~cca1~~~traceparent=" + FORGED + "~greeting", "");
        consumed();
        assertThat(played().getTraceId()).isNotEqualTo(FORGED.split("-")[1]);
        assertThat(played().getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void oneThatIsChangedIsIgnored() throws Exception {
        ended(begin(GREETING));
        String changed = request(0).operationContext().replaceFirst("traceparent=[^~&]+", "traceparent=" + FORGED);
        tell("PlayCompleted", changed, "");
        consumed();
        assertThat(played().getTraceId()).isNotEqualTo(FORGED.split("-")[1]);
    }

    @Test
    void headersOfAMessageHaveNoPartInTheTraceOfItsEvent() throws Exception {
        tell("PlayCompleted", "traceparent=" + FORGED, ",\"traceparent\":\"" + FORGED + "\"");
        consumed();
        assertThat(played().getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void anotherNodeContinuesTheTrace() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            CallAutomationComponent node = new CallAutomationComponent();
            configure(node);
            other.addComponent("callautomation", node);
            tracing.trace(other).start();
            try (ProducerTemplate producer = other.createProducerTemplate()) {
                producer.sendBodyAndHeader(GREETING, null, CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            }
        }
        tell("PlayCompleted", request(0), "");
        consumed();
        assertThat(tracing.spans())
                .filteredOn(span -> span.getName().equals("callautomation play"))
                .extracting(SpanData::getSpanId)
                .contains(played().getParentSpanId());
    }

    @Test
    void itIsLeftOutOfALongOperationContextAndTheCallIsKnownHere() throws Exception {
        String own = "x".repeat(MAX - 100);
        ended(begin(
                PLAY + "&contextHeaders=CustomerId",
                Map.of("CustomerId", "42", CallAutomationConstants.OPERATION_CONTEXT, own)));
        String sent = request(0).operationContext();
        assertThat(sent).hasSizeLessThanOrEqualTo(MAX).contains("CustomerId=42").doesNotContain("traceparent");
        tell("PlayCompleted", request(0), "");
        assertThat(consumed().getHeaders()).containsEntry("CustomerId", "42");
        assertThat(played().getTraceId())
                .isEqualTo(tracing.span("callautomation play").getTraceId());
    }

    @Test
    void anOperationContextOfTheGreatestLengthIsSentAsItIs() throws Exception {
        String own = "x".repeat(MAX);
        ended(begin(PLAY, Map.of(CallAutomationConstants.OPERATION_CONTEXT, own)));
        assertThat(request(0).operationContext()).isEqualTo(own);
    }

    @Test
    void eventsThatNoOperationLedToJoinTheTraceOfTheirCall() throws Exception {
        ended(begin(GREETING));
        tell("CallDisconnected", (String) null, "");
        consumed();
        assertThat(tracing.span("callautomation CallDisconnected").getTraceId())
                .isEqualTo(tracing.span("callautomation play").getTraceId());
    }

    @Test
    void aRefusedOperationIsAnErrorWithItsCode() throws Exception {
        service.answering(request ->
                new Reply(400, "{\"error\":{\"code\":\"8522\",\"message\":\"Number +14255550111 is not possible\"}}"));
        ended(begin(GREETING));
        SpanData play = tracing.span("callautomation play");
        assertThat(play.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(play, "callautomation.result_code")).isEqualTo("400");
        assertThat(attribute(play, "callautomation.result_subcode")).isEqualTo("8522");
        assertThat(play.toString()).doesNotContain("+14255550111");
    }

    @Test
    void theUriOfASpanHasNoSecrets() throws Exception {
        template.sendBodyAndHeader(
                "callautomation:play?file=RAW(https://example.com/a.wav?sv=1&sig=signed)"
                        + "&operationCallbackUri=RAW(https://example.com/x?code=secret-code)",
                null,
                CallAutomationConstants.CALL_CONNECTION_ID,
                CALL);
        assertThat(tracing.span("callautomation play").toString()).doesNotContain("signed", "secret-code");
    }
}
