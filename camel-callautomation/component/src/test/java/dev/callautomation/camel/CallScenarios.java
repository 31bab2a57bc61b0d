package dev.callautomation.camel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.CreateCallFailed;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallConnectionState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starting and ending calls against the simulator; subclasses bring the same routes in one DSL each. */
abstract class CallScenarios extends SimulatorTestSupport {

    @Test
    void anOutboundCallToAPhoneIsConnected() {
        Exchange exchange = send("direct:callPhone", Map.of());
        assertThat(exchange.getMessage().getBody(CallConnectionProperties.class).callConnectionState())
                .isEqualTo(CallConnectionState.CONNECTING);
        String call = connected(exchange);
        assertThat(awaitEvent(CallConnected.class, call).operationContext()).isEqualTo("order-1001");
    }

    @Test
    void anOutboundCallThatIsDeclinedFails() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        Exchange exchange = send("direct:callUser", Map.of());
        String call = exchange.getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
        assertThat(awaitEvent(CreateCallFailed.class, call).resultInformation().subCode())
                .isEqualTo(5002);
        awaitEvent(CallDisconnected.class, call);
    }

    @Test
    void aGroupCallReachesSeveral() {
        String call = connected(send("direct:callGroup", Map.of()));
        await().untilAsserted(() -> assertThat(participants(call)).contains("4:" + PHONE, AGENT));
    }

    @Test
    void aCallUnderWayIsConnectedTo() {
        String call = connected(send("direct:callUser", Map.of()));
        String serverCallId = awaitEvent(CallConnected.class, call).serverCallId();
        String second = connected(
                send("direct:connectServerCall", Map.of(CallAutomationConstants.SERVER_CALL_ID, serverCallId)));
        assertThat(second).isNotEqualTo(call);
    }

    @Test
    void aRoomAndAGroupCallAreConnectedTo() throws Exception {
        join("{\"roomId\":\"99445276259151407\"}");
        connected(send("direct:connectRoom", Map.of()));
        join("{\"groupCallId\":\"b1d7e3c5-2f4a-4b68-8c9d-0e1f2a3b4c5d\"}");
        connected(send("direct:connectGroupCall", Map.of()));
    }

    private void join(String what) throws Exception {
        URI phone = simulator().uri().resolve("simulator/phones/" + AGENT.replace(":", "%3A") + ":call");
        assertThat(send(HttpRequest.newBuilder(phone)
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofMinutes(1))
                                .POST(HttpRequest.BodyPublishers.ofString(what)))
                        .statusCode())
                .isBetween(200, 299);
    }

    @Test
    void anIncomingCallIsAnswered() {
        String call = answered();
        CallConnectionProperties properties =
                send("direct:properties", in(call)).getMessage().getBody(CallConnectionProperties.class);
        assertThat(properties.callConnectionState()).isEqualTo(CallConnectionState.CONNECTED);
        assertThat(properties.source().phoneNumber().value()).isEqualTo(CUSTOMER);
    }

    @Test
    void anIncomingCallIsRejected() {
        for (String reason : List.of("rejectAsItIs", "rejectBusy", "rejectForbidden")) {
            events.clear();
            Exchange exchange = send("direct:" + reason, incoming());
            assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
        }
    }

    @Test
    void anIncomingCallIsRedirectedToAUserAndToAPhone() {
        send("direct:redirectToUser", incoming());
        events.clear();
        send("direct:redirectToPhone", incoming());
        await().untilAsserted(() -> assertThat(simulator().calls()).anySatisfy(call -> assertThat(call.participants())
                .anySatisfy(participant ->
                        assertThat(participant.identifier().rawId()).isEqualTo("4:" + PHONE))));
    }

    @Test
    void theApplicationHangsUp() {
        for (String hangUp : List.of("hangUp", "hangUpForEveryone")) {
            events.clear();
            String call = answered();
            send("direct:" + hangUp, in(call));
            assertThat(awaitEvent(CallDisconnected.class, call)
                            .resultInformation()
                            .subCode())
                    .isEqualTo(7000);
        }
    }

    @Test
    void aCallerWhoRingsIsKnownToTheRoute() {
        simulator().phone(CUSTOMER).call(APPLICATION, Map.of("customer", "C-4711"));
        IncomingCall call = awaitEvent(IncomingCall.class, null);
        assertThat(call.customContext().voipHeaders()).containsEntry("customer", "C-4711");
        assertThat(call.to().phoneNumber().value()).isEqualTo(APPLICATION);
    }

    @Test
    void anActionOnACallThatHasEndedIsRefused() {
        String call = answered();
        send("direct:hangUp", in(call));
        awaitEvent(CallDisconnected.class, call);
        Exchange exchange = template.request("direct:properties", message -> message.getMessage()
                .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, call));
        assertThat(exchange.getException(CallAutomationRequestFailedException.class)
                        .getSubCode())
                .isEqualTo(8522);
    }
}
