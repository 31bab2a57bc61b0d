package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.camel.Tracing.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/** One call is one trace: answer, try an agent, fall back. */
class TracingTest extends SimulatorTestSupport {

    private static final String CALL = "callautomation.call_connection_id";
    private static final String CORRELATION = "callautomation.correlation_id";

    final Tracing tracing = new Tracing();

    @BeforeEach
    void theAgentDeclines() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
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
                from("callautomation:events?type=IncomingCall&to=%2B18005550100")
                        .to("callautomation:answerCall");
                from("callautomation:events?type=CallConnected").to("callautomation:addParticipant?target=" + AGENT);
                from("callautomation:events?type=AddParticipantFailed")
                        .to("callautomation:transfer?target=%2B18005550199");
            }
        };
    }

    /** The span of a route with a filter; other routes get the same events. */
    SpanData event(String type, String call) {
        return tracing.span(span -> span.getName().equals("callautomation " + type)
                && call.equals(attribute(span, CALL))
                && attribute(span, "camel.uri").contains("type="));
    }

    SpanData operation(String name, String call) {
        return tracing.span(
                span -> name.equals(attribute(span, "callautomation.operation")) && call.equals(attribute(span, CALL)));
    }

    private static void isChild(SpanData child, SpanData parent) {
        assertThat(child.getTraceId()).as(child.getName()).isEqualTo(parent.getTraceId());
        assertThat(child.getParentSpanId()).as(child.getName()).isEqualTo(parent.getSpanId());
    }

    /** Of a call that has ended. */
    String called(String caller) {
        String call = simulator().phone(caller).call(APPLICATION);
        ended(call);
        return call;
    }

    private void ended(String call) {
        awaitEvent(CallDisconnected.class, call);
        tracing.span(
                span -> span.getName().equals("callautomation CallDisconnected") && call.equals(attribute(span, CALL)));
    }

    /** All events and operations, also those that no operation context belongs to, and those that several routes get. */
    void isOneTrace(String call) {
        String correlation = attribute(operation("answerCall", call), CORRELATION);
        List<SpanData> spans = tracing.spans().stream()
                .filter(span -> correlation.equals(attribute(span, CORRELATION)))
                .toList();
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsOnly(spans.get(0).getTraceId());
        assertThat(spans)
                .filteredOn(span -> !span.getParentSpanContext().isValid())
                .hasSize(1);
        assertThat(spans)
                .extracting(SpanData::getName)
                .contains("callautomation ParticipantsUpdated", "callautomation CallDisconnected");
        assertThat(tracing.spans())
                .filteredOn(span -> span.getTraceId().equals(spans.get(0).getTraceId()))
                .extracting(span -> attribute(span, CORRELATION))
                .containsOnly(correlation);
    }

    @Test
    void theEventsOfACallJoinTheTraceThatBeganIt() {
        String call = called(CUSTOMER);
        SpanData incoming = event("IncomingCall", call);
        SpanData answer = operation("answerCall", call);
        SpanData connected = event("CallConnected", call);
        SpanData add = operation("addParticipant", call);
        SpanData failed = event("AddParticipantFailed", call);
        SpanData transfer = operation("transfer", call);
        isChild(answer, incoming);
        isChild(connected, answer);
        isChild(add, connected);
        isChild(failed, add);
        isChild(transfer, failed);
        isOneTrace(call);
        assertThat(attribute(failed, "callautomation.event_type")).isEqualTo("AddParticipantFailed");
        assertThat(attribute(failed, "callautomation.result_code")).isEqualTo("487");
        assertThat(attribute(failed, "callautomation.result_subcode")).isEqualTo("10024");
        // the result of the event before is not that of the operation
        assertThat(attribute(transfer, "callautomation.result_code")).isNull();
        assertThat(failed.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
    }

    @Test
    void callsAtTheSameTimeAreTracesOfTheirOwn() {
        List<String> calls = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> simulator().phone("+1425555010" + i).call(APPLICATION))
                .toList();
        calls.forEach(this::ended);
        calls.forEach(this::isOneTrace);
        Map<String, Long> answers = tracing.spans().stream()
                .filter(span -> "answerCall".equals(attribute(span, "callautomation.operation")))
                .collect(Collectors.groupingBy(SpanData::getTraceId, Collectors.counting()));
        assertThat(answers).hasSize(8).allSatisfy((trace, count) -> assertThat(count)
                .isEqualTo(1));
    }

    @Test
    void spansHaveNeitherPhoneNumbersNorIdsOfUsers() {
        called(CUSTOMER);
        assertThat(tracing.spans()).isNotEmpty().allSatisfy(span -> assertThat(span.toString())
                .doesNotContain("4255550111", "8005550199", "8005550100", "7f4b7a2e-3c55"));
    }
}
