package dev.callautomation.examples.livetranscript;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Calls without an agent are ended. */
class CallRoutesTest {

    private static final SimulatorSetup SETUP = SimulatorSetup.start(SimulatorOptions.defaults());

    private static final int STREAMS = SimulatorSetup.freePort();
    private static Main camel;

    private final CallAutomationSimulator simulator = SETUP.simulator();

    @BeforeAll
    static void start() throws Exception {
        int port = SimulatorSetup.freePort();
        camel = LiveTranscript.camel();
        SETUP.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        camel.addInitialProperty("simulation.streams-port", String.valueOf(STREAMS));
        camel.addOverrideProperty("transcripts", "target/transcripts");
        camel.addOverrideProperty("agent-ring-timeout", "1s");
        camel.addOverrideProperty("agent-event-timeout", "3s");
        camel.start();
        SETUP.deliverTo(port, "IncomingCall");
    }

    @AfterAll
    static void stop() {
        camel.stop();
        SETUP.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio", "transcription"})
    void onlyTheServiceOpensWebSockets(String path) {
        URI address = URI.create("ws://localhost:" + STREAMS + "/" + path + "?token=a.b.c");

        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> assertThat(
                                refusal.getResponse().statusCode())
                        .isEqualTo(401));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY", "NO_ANSWER"})
    void theCallIsEndedWhenTheAgentDoesNotAnswer(PhoneBehaviour behaviour) {
        simulator.phone(PhoneBook.AGENT).behaviour(behaviour);

        awaitEndOfCall();
    }

    @Test
    void theCallIsEndedWhenTheServiceRefusesToInviteTheAgent() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));

        awaitEndOfCall();
    }

    @Test
    void theCallIsEndedWhenTheEndOfTheInvitationIsNotDelivered() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.setFaults(Fault.onEvent("AddParticipantFailed").drop());

        awaitEndOfCall();
    }

    private void awaitEndOfCall() {
        String call = simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> simulator.call(call).orElseThrow().state() == CallState.DISCONNECTED);
    }
}
