package dev.callautomation.examples.voiceagent.simulation;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallbackAuthentication;
import dev.callautomation.camel.streaming.AudioData;
import dev.callautomation.camel.streaming.StopAudio;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Frames between a call and the voice model. */
class LiveAudioTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int FRAME_BYTES = 960;
    private static final int SPOKEN = 40;

    @TempDir
    private static Path folder;

    private static Surroundings surroundings;
    private static Main camel;
    private static CallAutomationConfiguration options;
    private static CallAutomationSimulator simulator;

    private final SimulatedPhone ada = simulator.phone(PhoneBook.ADA.phone());

    @BeforeAll
    static void start() throws Exception {
        surroundings = new Surroundings(folder);
        simulator = surroundings.simulator();
        camel = surroundings.application();
        // the tests connect themselves
        camel.addOverrideProperty("streams.url", "ws://localhost:" + SimulatorSetup.freePort());
        camel.start();
        options = camel.getCamelContext()
                .getComponent("callautomation", CallAutomationComponent.class)
                .getConfiguration();
        surroundings.announceCalls();
    }

    @AfterAll
    static void stop() {
        camel.stop();
        surroundings.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
        options.setCallbackAuthentication(CallbackAuthentication.NONE);
    }

    @AfterEach
    void endCalls() {
        simulator.endCalls();
    }

    @Test
    void onlyTheServiceOpensTheWebSocket() {
        options.setCallbackAuthentication(CallbackAuthentication.TOKEN);
        for (String authorization : List.of("", "Bearer a.b.c", "Basic eDp5")) {
            assertThatThrownBy(() -> connect(authorization, new CopyOnWriteArrayList<>()))
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> assertThat(
                                    refusal.getResponse().statusCode())
                            .isEqualTo(401));
        }
    }

    @Test
    void framesKeepTheirOrderAndTheCallerInterrupts() throws Exception {
        int answers = surroundings.voiceModel().answers();
        int interruptions = surroundings.voiceModel().interruptions();
        List<String> heard = new CopyOnWriteArrayList<>();
        WebSocket socket = connect("", heard);
        // frames are left out until the model is connected
        await().atMost(TIMEOUT).until(() -> {
            send(socket, frame(1));
            return heard.contains(new StopAudio().toJson());
        });
        silence(socket);
        await().atMost(TIMEOUT).until(() -> surroundings.voiceModel().answers() == answers + 1);
        List<String> spoken =
                IntStream.rangeClosed(2, SPOKEN).mapToObj(LiveAudioTest::frame).toList();
        // together more than what may be unsent
        for (int turn = 2; turn <= 4; turn++) {
            heard.clear();
            spoken.forEach(frame -> send(socket, frame));
            silence(socket);
            int expected = answers + turn;
            await().atMost(TIMEOUT).until(() -> surroundings.voiceModel().answers() == expected);
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(afterInterruption(heard))
                    .hasSize(spoken.size() + ScriptedVoiceModel.HUMMING));
            assertThat(afterInterruption(heard)).startsWith(spoken.toArray(String[]::new));
        }
        assertThat(surroundings.voiceModel().interruptions()).isEqualTo(interruptions + 3);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        await().atMost(TIMEOUT).until(() -> surroundings.voiceModel().connections() == 0);
    }

    @Test
    void aStreamThatDoesNotConnectLeadsToAColleague() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.ANSWER);
        ada.call(PhoneBook.MEETING);
        simulator.expectRequest("transferToParticipant");
    }

    @Test
    void theCallEndsIfTheColleagueDeclines() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        ends(ada.call(PhoneBook.MEETING));
    }

    @Test
    void theCallEndsIfTheTransferIsRefused() {
        simulator.setFaults(Fault.onOperation("transferToParticipant").status(403));
        ends(ada.call(PhoneBook.MEETING));
    }

    private static void ends(String call) {
        await().atMost(TIMEOUT).until(() -> simulator.call(call).orElseThrow().state() == CallState.DISCONNECTED);
    }

    private static List<String> afterInterruption(List<String> heard) {
        return heard.stream()
                .dropWhile(frame -> !frame.equals(new StopAudio().toJson()))
                .skip(1)
                .toList();
    }

    private static String frame(int number) {
        byte[] samples = new byte[FRAME_BYTES];
        samples[0] = (byte) number;
        return AudioData.of(samples).toJson();
    }

    private static void silence(WebSocket socket) {
        for (int i = 0; i < ScriptedVoiceModel.END_OF_SPEECH; i++) {
            send(socket, AudioData.of(new byte[FRAME_BYTES]).toJson());
        }
    }

    private static void send(WebSocket socket, String frame) {
        socket.sendText(frame, true).join();
    }

    private static WebSocket connect(String authorization, List<String> heard) throws Exception {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("x-ms-call-connection-id", "call-1");
        if (!authorization.isEmpty()) {
            builder.header("Authorization", authorization);
        }
        return builder.buildAsync(surroundings.audio(), new Listener(heard, new StringBuilder()))
                .get(60, TimeUnit.SECONDS);
    }

    private record Listener(List<String> heard, StringBuilder begun) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                heard.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
