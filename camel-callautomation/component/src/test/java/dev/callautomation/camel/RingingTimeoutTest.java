package dev.callautomation.camel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CreateCallFailed;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Given a phone that is not answered, an awaited operation ends with the event of the service, not with our timeout. */
class RingingTimeoutTest extends EventTestSupport {

    private static final String CUSTOMER = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_customer";
    private static final String AGENT = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_agent";
    private static final Duration RING = Duration.ofSeconds(1);
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration LONGEST_INVITATION = Duration.ofSeconds(180);

    @RegisterExtension
    static final CallAutomationSimulatorExtension EXTENSION = new CallAutomationSimulatorExtension(
            SimulatorOptions.defaults().withVirtualTime(true).withRing(RING).withRingTimeout(RING_TIMEOUT));

    @Override
    void configure(CallAutomationComponent component) {
        component.getConfiguration().setConnectionString(simulator().connectionString());
        component.getConfiguration().setResourceId(simulator().resourceId());
        component.getConfiguration().setCallbackIssuer(simulator().issuer().toString());
    }

    @BeforeEach
    void receiveEvents() {
        component.getConfiguration().setCallbackUri(address().toString());
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
    }

    private static CallAutomationSimulator simulator() {
        return EXTENSION.simulator();
    }

    private CompletableFuture<Exchange> begin(String operation, Map<String, Object> headers) {
        CompletableFuture<Exchange> exchange = template.asyncSend(
                "callautomation:" + operation + "&awaitCompletion=true",
                message -> headers.forEach(message.getMessage()::setHeader));
        await().until(RingingTimeoutTest::isRinging);
        return exchange;
    }

    private static boolean isRinging() {
        return simulator().calls().stream().anyMatch(call -> !call.ringing().isEmpty());
    }

    private static Exchange ended(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(60, TimeUnit.SECONDS);
    }

    private static void assertFailedWith(Class<?> event, Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CallAutomationOperationFailedException.class);
        assertThat(exchange.getException(CallAutomationOperationFailedException.class)
                        .getEvent())
                .isInstanceOf(event);
    }

    @Test
    void anInvitationThatRingsForTheLongestTimeEndsWithItsEvent() throws Exception {
        CompletableFuture<Exchange> created = begin("createCall?target=" + CUSTOMER, Map.of());
        simulator().advance(RING);
        String call = ended(created).getMessage().getBody(CallConnected.class).callConnectionId();

        CompletableFuture<Exchange> invitation = begin(
                "addParticipant?target=" + AGENT + "&invitationTimeout=" + LONGEST_INVITATION.toMillis(),
                Map.of(CallAutomationConstants.CALL_CONNECTION_ID, call));
        simulator().advance(LONGEST_INVITATION.minusSeconds(1));
        assertThat(invitation).isNotDone();
        simulator().advance(Duration.ofSeconds(1));

        assertFailedWith(AddParticipantFailed.class, ended(invitation));
    }

    @Test
    void aCallThatRingsForTheLongestTimeEndsWithItsEvent() throws Exception {
        CompletableFuture<Exchange> created = begin("createCall?target=" + AGENT, Map.of());
        simulator().advance(RING_TIMEOUT);

        assertFailedWith(CreateCallFailed.class, ended(created));
    }
}
