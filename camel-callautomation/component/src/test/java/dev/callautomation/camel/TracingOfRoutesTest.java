package dev.callautomation.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.telemetry.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.internal.support.CallIds;

import static dev.callautomation.camel.Tracing.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Spans of routes that do more than continue the call of their event. */
class TracingOfRoutesTest extends AwaitTestSupport {

    private static final String OTHER = "&callConnectionId=c2";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final Tracing tracing = new Tracing();
    private final Queue<Map<String, Object>> headers = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return tracing.trace(super.createCamelContext(), tracer -> {
            tracer.setTraceHeadersInclusion(true);
            tracer.setExcludePatterns("callautomation:hold*");
        });
    }

    private void keepHeaders(Exchange exchange) {
        headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .process(TracingOfRoutesTest.this::keepHeaders)
                        .to(PLAY + OTHER);
                from("callautomation:events?type=RecognizeCompleted")
                        .to(PLAY + OTHER + AWAIT + "&completionTimeout=1&cancelOnTimeout=true&maxRetries=0");
                from("callautomation:events?type=HoldFailed").to(PLAY).to("callautomation:hold?target=%2B14255550111");
                from("callautomation:events?type=ParticipantsUpdated").to("log:one");
                from("callautomation:events?type=ParticipantsUpdated").to("log:two");
                from("callautomation:events?type=ParticipantsUpdated").to("log:three");
            }
        };
    }

    private SpanData span(String name, String call) {
        return tracing.span(span -> span.getName().equals("callautomation " + name)
                && call.equals(attribute(span, "callautomation.call_connection_id")));
    }

    @Test
    void anOperationOnAnotherCallHasTheIdOfThatCall() throws Exception {
        tell("CallConnected", "", "");
        SpanData play = tracing.span("callautomation play");
        assertThat(attribute(play, "callautomation.call_connection_id")).isEqualTo("c2");
        assertThat(attribute(play, "callautomation.correlation_id")).isNull();
        assertThat(play.getParentSpanId()).isEqualTo(span("CallConnected", CALL).getSpanId());
    }

    @Test
    void eventsOfTheOtherCallJoinTheTraceOfTheOperation() throws Exception {
        tell("CallConnected", "", "");
        SpanData play = tracing.span("callautomation play");
        post(callback("CallConnected", "other", "{\"callConnectionId\":\"c2\",\"correlationId\":\"k2\"}"));
        assertThat(span("CallConnected", "c2").getParentSpanId()).isEqualTo(play.getSpanId());
    }

    @Test
    void theLinesOfAnOperationOnAnotherCallHaveTheIdOfThatCall() throws Exception {
        service.answering(
                request -> request.path().contains("cancel") ? new Reply(400, "{}") : ScriptedService.ACCEPTED);
        tell("RecognizeCompleted", "", "");
        waiting(1);
        deadlines.pass();
        String line = "callautomation:play timed out and could not be canceled";
        await().atMost(LIMIT).until(() -> !log.contexts(line).isEmpty());
        assertThat(log.contexts(line).get(0))
                .containsEntry(CallIds.CALL_CONNECTION_ID, "c2")
                .doesNotContainKey(CallIds.CORRELATION_ID);
        component.pendingOperations().close();
    }

    @Test
    void anOperationWithoutASpanSendsTheSpanOfItsRoute() throws Exception {
        tell("HoldFailed", "", "");
        request(1);
        SpanData route = span("HoldFailed", CALL);
        assertThat(request(0).operationContext())
                .contains(tracing.span("callautomation play").getSpanId());
        assertThat(request(1).operationContext()).contains(route.getTraceId() + "-" + route.getSpanId());
    }

    @Test
    void routesHaveTheHeadersThatATracerSets() throws Exception {
        tell("CallConnected", "", "");
        SpanData route = span("CallConnected", CALL);
        Map<String, Object> set = await().atMost(LIMIT).until(headers::poll, found -> found != null);
        assertThat(set)
                .containsEntry("traceparent", "00-" + route.getTraceId() + "-" + route.getSpanId() + "-01")
                .containsEntry(Tracer.TRACE_HEADER, route.getTraceId())
                .containsEntry(Tracer.SPAN_HEADER, route.getSpanId());
    }

    @Test
    void theRoutesOfAnEventThatBeginsATraceAreSiblings() throws Exception {
        tell("ParticipantsUpdated", "", "");
        await().atMost(LIMIT)
                .until(() -> tracing.spans().stream()
                                .filter(span -> span.getName().equals("callautomation ParticipantsUpdated"))
                                .count()
                        == 3);
        SpanData event = tracing.span("callautomation events");
        assertThat(attribute(event, "callautomation.event_type")).isEqualTo("ParticipantsUpdated");
        assertThat(attribute(event, "callautomation.call_connection_id")).isEqualTo(CALL);
        assertThat(event.getParentSpanContext().isValid()).isFalse();
        assertThat(tracing.spans())
                .filteredOn(span -> span.getName().equals("callautomation ParticipantsUpdated"))
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(event.getSpanId()));
    }
}
