package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.CallTransferAccepted;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A contact center in four routes: answer, try an agent, fall back. */
class FlowScenariosTest extends SimulatorTestSupport {

    private final Map<String, String> outcomes = new ConcurrentHashMap<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall&to=" + APPLICATION)
                        // who called travels with the call
                        .setHeader(CallAutomationConstants.OPERATION_CONTEXT, simple("${body.from.rawId}"))
                        .to("callautomation:answerCall");
                from("callautomation:events?type=CallConnected")
                        .to("callautomation:addParticipant?target=" + AGENT + "&invitationTimeout=30s");
                from("callautomation:events?type=AddParticipantFailed")
                        .process(exchange -> outcomes.put(
                                exchange.getMessage()
                                        .getHeader(CallAutomationConstants.OPERATION_CONTEXT, String.class),
                                "declined"))
                        .to("callautomation:transfer?target=" + PHONE);
                from("callautomation:events?type=AddParticipantSucceeded")
                        .process(exchange -> outcomes.put(
                                exchange.getMessage()
                                        .getHeader(CallAutomationConstants.OPERATION_CONTEXT, String.class),
                                "answered"));
            }
        };
    }

    @Test
    void whenTheAgentDeclinesTheCallerIsTransferredToTheFallback() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        String call = simulator().phone(CUSTOMER).call(APPLICATION);
        awaitEvent(CallTransferAccepted.class, call);
        awaitEvent(CallDisconnected.class, call);
        assertThat(awaitEvent(AddParticipantFailed.class, call).operationContext())
                .isEqualTo("4:" + CUSTOMER);
        assertThat(simulator().call(call).orElseThrow().participants())
                .extracting(participant -> participant.identifier().rawId())
                .contains("4:" + CUSTOMER, "4:" + PHONE);
    }

    @Test
    void twentyCallsAtOnceDoNotGetInEachOthersWay() {
        List<String> callers =
                IntStream.range(0, 20).mapToObj(i -> "+142555501" + (10 + i)).toList();
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        List<String> calls = callers.parallelStream()
                .map(caller -> simulator().phone(caller).call(APPLICATION))
                .toList();
        calls.forEach(call -> {
            awaitEvent(CallTransferAccepted.class, call);
            awaitEvent(CallDisconnected.class, call);
        });
        await().untilAsserted(() -> assertThat(outcomes)
                .containsOnlyKeys(callers.stream().map(caller -> "4:" + caller).toList())
                .allSatisfy((caller, outcome) -> assertThat(outcome).isEqualTo("declined")));
        for (int i = 0; i < calls.size(); i++) {
            assertThat(awaitEvent(AddParticipantFailed.class, calls.get(i)).operationContext())
                    .isEqualTo("4:" + callers.get(i));
        }
    }
}
