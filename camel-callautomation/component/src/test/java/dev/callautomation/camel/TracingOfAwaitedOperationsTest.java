package dev.callautomation.camel;

import java.util.List;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static dev.callautomation.camel.Tracing.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/** The same call in one route: each span lasts until the event that completes its operation. */
class TracingOfAwaitedOperationsTest extends TracingTest {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .to("callautomation:answerCall?awaitCompletion=true")
                        .doTry()
                        .to("callautomation:addParticipant?awaitCompletion=true&target=" + AGENT)
                        .doCatch(CallAutomationOperationFailedException.class)
                        .to("callautomation:transfer?awaitCompletion=true&target=%2B18005550199")
                        .end();
            }
        };
    }

    @Test
    @Override
    void theEventsOfACallJoinTheTraceThatBeganIt() {
        String call = called(CUSTOMER);
        SpanData incoming = event("IncomingCall", call);
        SpanData answer = operation("answerCall", call);
        SpanData add = operation("addParticipant", call);
        SpanData transfer = operation("transfer", call);
        assertThat(List.of(answer, add, transfer))
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(incoming.getSpanId()));
        isOneTrace(call);
        SpanData connected = tracing.span(span -> span.getName().equals("callautomation CallConnected")
                && span.getTraceId().equals(answer.getTraceId()));
        assertThat(connected.getParentSpanId()).isEqualTo(answer.getSpanId());
        assertThat(answer.getEndEpochNanos()).isLessThanOrEqualTo(add.getStartEpochNanos());
        assertThat(attribute(answer, "callautomation.event_type")).isEqualTo("CallConnected");
        assertThat(add.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(add, "callautomation.event_type")).isEqualTo("AddParticipantFailed");
        assertThat(attribute(add, "callautomation.result_code")).isEqualTo("487");
        assertThat(attribute(add, "callautomation.result_subcode")).isEqualTo("10024");
        assertThat(attribute(add, "error.type")).isEqualTo(CallAutomationOperationFailedException.class.getName());
        assertThat(attribute(transfer, "callautomation.event_type")).isEqualTo("CallTransferAccepted");
        assertThat(transfer.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
    }
}
