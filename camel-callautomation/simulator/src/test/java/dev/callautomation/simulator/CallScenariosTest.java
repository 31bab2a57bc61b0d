package dev.callautomation.simulator;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class CallScenariosTest {

    private static final String CALLER = "+15550001111";
    private static final String OUR_NUMBER = "+18005550100";
    private static final String AGENT = "8:acs:11111111-1111-1111-1111-111111111111_agent";

    private final Receiver app = new Receiver();
    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withRing(Duration.ofMillis(20)));
    private final SignedClient client = SignedClient.of(simulator);

    @BeforeEach
    void subscribe() {
        simulator.subscribe(EventGridSubscription.to(app.url("/events")));
    }

    @AfterEach
    void stop() {
        simulator.close();
        app.close();
    }

    @Test
    void anAnsweredCallerIsTransferredWhenTheAgentDeclines() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        String context = app.awaitGrid("IncomingCall", 1)
                .data()
                .path("incomingCallContext")
                .asText();
        Answer answered = client.post(
                "/calling/callConnections:answer",
                "{\"incomingCallContext\":\"" + context + "\",\"callbackUri\":\"" + app.url("/cb") + "\"}");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text("callConnectionId")).isEqualTo(call);
        app.await(call, "ParticipantsUpdated");
        Answer added = client.post(
                "/calling/callConnections/" + call + "/participants:add",
                "{\"participantToAdd\":{\"communicationUser\":{\"id\":\"" + AGENT
                        + "\"}},\"operationContext\":\"agent\"}");
        assertThat(added.status()).isEqualTo(202);
        assertThat(app.await(call, "AddParticipantFailed").codes()).isEqualTo("487/10024");
        Answer transferred = client.post(
                "/calling/callConnections/" + call + ":transferToParticipant",
                "{\"targetParticipant\":{\"phoneNumber\":{\"value\":\"+18005550199\"}}}");
        assertThat(transferred.status()).isEqualTo(202);
        assertThat(app.await(call, "CallDisconnected").codes()).isEqualTo("200/7015");
        assertThat(app.types(call))
                .containsExactly(
                        "CallConnected",
                        "ParticipantsUpdated",
                        "AddParticipantFailed",
                        "CallTransferAccepted",
                        "CallDisconnected");
        assertThat(client.get("/calling/callConnections/" + call).errorCode()).isEqualTo("8522");
        simulator
                .timeline(call)
                .forEach(entry -> System.out.println(entry.time() + " " + entry.kind() + " " + entry.description()));
        System.out.println(dev.callautomation.simulator.timeline.MermaidDiagram.of(simulator.timeline(call)));
    }
}
