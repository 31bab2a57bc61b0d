package dev.callautomation.simulator.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class MediaApiTest extends HttpScenario {

    private static final String TEXT = "{'kind':'text','text':{'text':'Welcome'}}";

    private String call;

    MediaApiTest() {
        super(SimulatorOptions.defaults().withRing(Duration.ofMillis(20)).withPlay(Duration.ofMillis(30)));
    }

    @BeforeEach
    void connect() {
        call = connectedCall();
    }

    @Test
    void textIsPlayed() {
        Answer accepted = post(":play", "{'playSources':[%s],'operationContext':'hi'}", TEXT);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(app.await(call, "PlayStarted").codes()).isEqualTo("200/0");
        JsonNode completed = app.await(call, "PlayCompleted").data();
        assertThat(completed.path("operationContext").asText()).isEqualTo("hi");
        assertThat(completed.at("/resultInformation/message").asText()).isEqualTo("Action completed successfully.");
        assertThat(simulator.phone(CALLER).heard()).singleElement().satisfies(heard -> assertThat(heard.what())
                .isEqualTo("Welcome"));
    }

    @Test
    void aFileOnThisComputerIsFetchedAndPlayed() {
        app.serves("/hello.wav", wav((short) 1, 16_000));

        playFile(app.url("/hello.wav?sig=secret"));

        app.await(call, "PlayCompleted");
        assertThat(simulator.timeline(call).toString()).contains("/hello.wav").doesNotContain("secret");
    }

    @Test
    void anMp3FileWithATagIsPlayed() {
        app.serves("/hello.mp3", "ID3...".getBytes(US_ASCII));

        playFile(app.url("/hello.mp3"));

        app.await(call, "PlayCompleted");
    }

    @Test
    void aFileOnThisComputerThatTheServiceCouldNotPlayFails() {
        app.serves("/cd.wav", wav((short) 2, 44_100));

        playFile(app.url("/cd.wav"));

        Received failed = app.await(call, "PlayFailed");
        assertThat(failed.codes()).isEqualTo("400/8535");
        assertThat(failed.data().path("failedPlaySourceIndex").asInt(-1)).isZero();
    }

    @Test
    void aFileThatIsNotServedFails() {
        app.answering(request -> request.path().equals("/gone.wav") ? 404 : 200);

        playFile(app.url("/gone.wav"));

        assertThat(app.await(call, "PlayFailed").codes()).isEqualTo("400/8536");
    }

    @Test
    void aFileThatDoesNotComeDoesNotHoldUpTheEnd() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            playFile("http://localhost:" + silent.getLocalPort() + "/hello.wav");
            silent.setSoTimeout(60_000);
            try (Socket asked = silent.accept()) {
                asked.setSoTimeout(60_000);
                assertThat(new String(asked.getInputStream().readNBytes(14), US_ASCII))
                        .isEqualTo("GET /hello.wav");
                simulator.close();
                // waits for the end of the connection
                assertThat(new String(asked.getInputStream().readAllBytes(), US_ASCII))
                        .endsWith("\r\n\r\n");
            }
        }
    }

    @Test
    void keysAreRecognized() {
        Answer accepted = post(
                ":recognize",
                "{'recognizeInputType':'dtmf','playPrompt':%s,'operationContext':'ask','operationCallbackUri':'%s',"
                        + "'recognizeOptions':{'targetParticipant':%s,"
                        + "'dtmfOptions':{'maxTonesToCollect':2,'stopTones':['pound']}}}",
                TEXT,
                app.url("/once"),
                identifier(CALLER));
        simulator.phone(CALLER).press("4*");

        assertThat(accepted.status()).isEqualTo(202);
        Received completed = app.await(call, "RecognizeCompleted");
        assertThat(completed.path()).isEqualTo("/once");
        assertThat(completed.codes()).isEqualTo("200/8531");
        assertThat(completed.data().path("operationContext").asText()).isEqualTo("ask");
        assertThat(completed.data().path("recognitionType").asText()).isEqualTo("dtmf");
        assertThat(completed.data().at("/dtmfResult/tones").toString()).isEqualTo("[\"four\",\"asterisk\"]");
    }

    @Test
    void aChoiceIsSpoken() {
        post(
                ":recognize",
                "{'recognizeInputType':'choices','recognizeOptions':{'speechLanguage':'en-US',"
                        + "'choices':[{'label':'Yes','phrases':['yes','sure']}]}}");
        simulator.phone(CALLER).say("Sure.");

        JsonNode completed = app.await(call, "RecognizeCompleted").data();
        assertThat(completed.at("/resultInformation/subCode").asInt()).isEqualTo(8545);
        assertThat(completed.path("choiceResult").toString())
                .isEqualTo("{\"label\":\"Yes\",\"recognizedPhrase\":\"Sure.\",\"confidence\":0.95}");
    }

    @Test
    void mediaIsCanceled() {
        post(":play", "{'playSources':[%s],'playOptions':{'loop':true}}", TEXT);

        assertThat(client.post(CALLS + "/" + call + ":cancelAllMediaOperations", "")
                        .status())
                .isEqualTo(202);

        assertThat(app.await(call, "PlayCanceled").codes()).isEqualTo("400/8508");
    }

    @Test
    void textIsRefusedInACallThatWasSetUpWithoutASpeechService() {
        String other = create(PHONE).text("callConnectionId");
        app.await(other, "CallConnected");

        Answer refused = client.post(CALLS + "/" + other + ":play", json("{'playSources':[%s]}".formatted(TEXT)));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.errorCode()).isEqualTo("8522");
        assertThat(refused.errorMessage()).contains("cognitiveServicesEndpoint");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            :play | {}                                                                   | playSources
            :play | {'playSources':[{}]} | kind is required
            :play | {'playSources':[null]} | playSources[0] must be an object
            :hold | {'playSourceInfo':{}} | kind is required
            :play | {'playSources':[{'kind':'video'}]}                                   | kind of a play source
            :play | {'playSources':['hello']}                                            | playSources[0] must be an object
            :play | {'playSources':[{'kind':'file','file':{'uri':'hello.wav'}}]}         | file.uri must be an absolute
            :play | {'playSources':[{'kind':'file','file':{'uri':'http://x y?sig=1'}}]}  | file.uri is not a URI
            :play | {'playSources':[{'kind':'text','text':{'text':'x'}}],'playOptions':{'loop':'yes'}} | loop must be
            :play | {'playSources':[{'kind':'text','text':{'text':'x'}}],'playTo':'all'} | playTo must be a list
            :recognize | {}                                                              | recognizeInputType
            :recognize | {'recognizeInputType':'mime'}                                   | recognizeInputType must be
            :recognize | {'recognizeInputType':'dtmf','recognizeOptions':{'initialSilenceTimeoutInSeconds':301}} | from 0 to 300
            :recognize | {'recognizeInputType':'speech','recognizeOptions':{'initialSilenceTimeoutInSeconds':21}} | from 0 to 20
            :recognize | {'recognizeInputType':'dtmf','recognizeOptions':{'dtmfOptions':{'interToneTimeoutInSeconds':0}}} | from 1 to 60
            :recognize | {'recognizeInputType':'dtmf','recognizeOptions':{'dtmfOptions':{'maxTonesToCollect':0}}} | maxTonesToCollect
            :recognize | {'recognizeInputType':'dtmf','recognizeOptions':{'dtmfOptions':{'stopTones':['#']}}} | stopTones must be zero
            :recognize | {'recognizeInputType':'choices'}                                | choices must hold
            :recognize | {'recognizeInputType':'choices','recognizeOptions':{'choices':[{'label':'a'}]}} | phrases
            :recognize | {'recognizeInputType':'choices','recognizeOptions':{'choices':[{'phrases':['a']}]}} | label
            :recognize | {'recognizeInputType':'choices','recognizeOptions':{'choices':[{'label':'a','phrases':['a'],'tone':'one'},{'label':'b','phrases':['b']}]}} | a tone each
            """)
    void aMistakeIsAnsweredWithWhatToChange(String action, String body, String words) {
        Answer answer = post(action, body.replace("%", "%%"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(words).doesNotContain("sig=1");
    }

    @Test
    void aRepeatedRequestIsExecutedAgainSinceMediaKnowsNoRepeatability() {
        Map<String, String> repeated = Map.of(
                "Repeatability-Request-ID", "11111111-1111-4111-8111-111111111111",
                "Repeatability-First-Sent", "Tue, 03 Mar 2026 10:00:00 GMT");
        String body = json("{'playSources':[%s]}".formatted(TEXT));
        client.post(CALLS + "/" + call + ":play", body, repeated);
        client.post(CALLS + "/" + call + ":play", body, repeated);

        Awaitility.await().until(() -> simulator.phone(CALLER).heard().size() == 2);
    }

    private Answer post(String action, String body, Object... arguments) {
        return client.post(CALLS + "/" + call + action, json(body.formatted(arguments)));
    }

    private void playFile(String uri) {
        Answer accepted = post(":play", "{'playSources':[{'kind':'file','file':{'uri':'%s'}}]}", uri);
        assertThat(accepted.status()).isEqualTo(202);
    }

    /** A second of silence. */
    private static byte[] wav(short channels, int samplesPerSecond) {
        int bytes = samplesPerSecond * channels * 2;
        return ByteBuffer.allocate(44 + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort(channels)
                .putInt(samplesPerSecond)
                .putInt(bytes)
                .putShort((short) (channels * 2))
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(bytes)
                .array();
    }
}
