package dev.callautomation.examples.livetranscript;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the streams, with frames as the service sends them. */
class StreamRoutesTest {

    private static final String METADATA = """
            {"kind":"TranscriptionMetadata","transcriptionMetadata":{"subscriptionId":"835be116-f750-48a4-a5a4-ab85e070e5b0",
             "locale":"en-us","callConnectionId":"%s","correlationId":"62c8215b-5276-4d3c-bb6d-06a1b114651b"}}""";
    private static final String DATA = """
            {"kind":"TranscriptionData","transcriptionData":{"text":"%s","format":"display","confidence":0.92,
             "offset":%d,"duration":9600000,"words":[],"participantRawID":"%s","resultStatus":"%s"}}""";
    private static final String ADA = "4:+14255550101";
    private static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-mary";

    @TempDir
    private Path transcripts;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = freePort();
        context.getPropertiesComponent().addInitialProperty("streams.host", "localhost");
        context.getPropertiesComponent().addInitialProperty("streams.port", String.valueOf(port));
        context.getPropertiesComponent().addInitialProperty("transcripts", transcripts.toString());
        context.addRoutes(new StreamRoutes());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void finalResultsOfEachCallAreWrittenToItsFile() throws Exception {
        WebSocket first = connect("transcription", new Listener());
        WebSocket second = connect("transcription", new Listener());
        send(first, METADATA.formatted("call-1"));
        send(second, METADATA.formatted("call-2"));
        send(first, DATA.formatted("Hello", 12_000_000, ADA, "Intermediate"));
        send(first, DATA.formatted("Hello, this is Ada.", 12_000_000, ADA, "Final"));
        send(second, DATA.formatted("Wrong number?", 0, ADA, "Final"));
        send(first, DATA.formatted("How can I\\nhelp?", 37_250_000_000L, AGENT, "Final"));
        eventually(() -> {
            assertThat(transcripts.resolve("call-1.txt")).hasContent("""
                    00:00:01  +14255550101  Hello, this is Ada.
                    01:02:05  %s  How can I help?
                    """.formatted(AGENT));
            assertThat(transcripts.resolve("call-2.txt")).hasContent("00:00:00  +14255550101  Wrong number?\n");
        });
    }

    @Test
    void framesThatAreMalformedOrOfAnotherKindAreIgnored() throws Exception {
        WebSocket socket = connect("transcription", new Listener());
        send(socket, METADATA.formatted("call-3"));
        send(socket, "no frame at all");
        send(socket, "{\"kind\":\"SummaryData\",\"summaryData\":{}}");
        send(socket, DATA.formatted("Still here.", 0, ADA, "Final"));
        eventually(() ->
                assertThat(transcripts.resolve("call-3.txt")).hasContent("00:00:00  +14255550101  Still here.\n"));
    }

    @Test
    void noConnectionWritesOutsideOfTheDirectory() throws Exception {
        WebSocket attacker = connect("transcription", new Listener());
        send(attacker, METADATA.formatted("../call-4"));
        send(attacker, DATA.formatted("Ha!", 0, ADA, "Final"));
        WebSocket caller = connect("transcription", new Listener());
        send(caller, METADATA.formatted("call-5"));
        send(caller, DATA.formatted("Hello.", 0, ADA, "Final"));
        eventually(() -> assertThat(transcripts.resolve("call-5.txt")).exists());
        assertThat(transcripts.resolveSibling("call-4.txt")).doesNotExist();
        try (var files = Files.list(transcripts)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyIsAnsweredWithASoundOnItsOwnConnectionOnly() throws Exception {
        Listener pressing = new Listener();
        Listener silent = new Listener();
        connect("audio", silent);
        WebSocket socket = connect("audio", pressing);
        send(socket, "{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"AAAA\",\"silent\":true}}");
        send(socket, "{\"kind\":\"DtmfData\",\"dtmfData\":{\"data\":\"1\"}}");
        send(socket, "{\"kind\":\"DtmfData\",\"dtmfData\":{\"data\":\"2\"}}");
        eventually(() -> assertThat(pressing.messages).hasSize(2).containsOnly(Beep.SOUND.toJson()));
        assertThat(silent.messages).isEmpty();
        // 16,000 samples a second of 2 bytes
        assertThat(Beep.SOUND.data().remaining()).isEqualTo(Beep.MILLIS * 16 * 2);
    }

    private WebSocket connect(String path, Listener listener) throws Exception {
        return http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(60))
                .header("x-ms-call-connection-id", "call")
                .buildAsync(URI.create("ws://localhost:" + port + "/" + path), listener)
                .get(60, TimeUnit.SECONDS);
    }

    private static void send(WebSocket socket, String frame) throws Exception {
        socket.sendText(frame, true).get(60, TimeUnit.SECONDS);
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Listener implements WebSocket.Listener {

        private final Queue<String> messages = new ConcurrentLinkedQueue<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
