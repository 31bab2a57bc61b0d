package dev.callautomation.camel.docs;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.AuthenticatedUndertowComponent;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.camel.streaming.AudioData;
import dev.callautomation.camel.streaming.StreamingFrame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The routes of the page on media streaming, with frames as the service sends them. */
class StreamsTest {

    private static final Path FRAMES = Path.of("src/test/resources/frames");

    static Stream<Snippet> transcripts() {
        return snippets("seda:transcription");
    }

    static Stream<Snippet> echoes() {
        return snippets("/audio").filter(snippet -> snippet.text().contains("convertBodyTo"));
    }

    /** The same in Java and YAML. */
    private static Stream<Snippet> snippets(String words) {
        return Stream.of("java", "yaml")
                .flatMap(language -> Page.MEDIA_STREAMING.snippets(language).stream())
                .filter(snippet -> snippet.text().contains(words));
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void whatIsSaidIsWritten(Snippet routes, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            WebSocket socket = connect(telephony, "transcription", new ConcurrentLinkedQueue<>());
            send(socket, sample("TranscriptionMetadata"));
            send(socket, sample("TranscriptionData").replace("Final", "Intermediate"));
            send(socket, "no frame");
            send(socket, sample("TranscriptionData"));
            eventually(() -> {
                assertThat(classes.resolve("transcripts")).exists();
                try (Stream<Path> files = Files.list(classes.resolve("transcripts"))) {
                    assertThat(files).singleElement().satisfies(file -> assertThat(file)
                            .hasContent("""
                            Call 6d09449c-6677-4f91-8cb7-012c338e6ec1
                            21 s, 4:+000000000000: Hello everyone.
                            """));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void callersHearThemselves(Snippet routes, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            Queue<String> heard = new ConcurrentLinkedQueue<>();
            WebSocket socket = connect(telephony, "audio", heard);
            send(socket, sample("AudioMetadata"));
            send(socket, AudioData.of(new byte[] {1, 2}).toJson());
            send(socket, sample("DtmfData"));
            send(socket, AudioData.of(new byte[] {3, 4}).toJson());
            eventually(() -> assertThat(heard)
                    .containsExactly(
                            AudioData.of(new byte[] {1, 2}).toJson(),
                            AudioData.of(new byte[] {3, 4}).toJson()));
        }
    }

    @Test
    void upgradesAreAuthenticatedByTheBeanOfThePage(@TempDir Path classes) throws Exception {
        Snippet bean = snippets("AuthenticatedUndertowComponent").findFirst().orElseThrow();
        try (Telephony telephony = new Telephony().load(bean, classes).start()) {
            assertThatThrownBy(() -> connect(telephony, "audio", new ConcurrentLinkedQueue<>()))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void thePropertyOfThePageIsTheBean() {
        assertThat(Page.MEDIA_STREAMING.snippets("properties"))
                .singleElement()
                .extracting(Snippet::text)
                .asString()
                .isEqualToIgnoringNewLines(
                        "camel.beans.undertow = #class:" + AuthenticatedUndertowComponent.class.getName());
    }

    static Stream<Class<?>> frames() {
        return Stream.of(StreamingFrame.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameIsDocumentedWithItsMembers(Class<?> frame) {
        Matcher row = Pattern.compile("^\\| `" + frame.getSimpleName() + "` \\| .*$", Pattern.MULTILINE)
                .matcher(Page.MEDIA_STREAMING.section("Frames"));
        assertThat(row.find()).as("a row for %s", frame.getSimpleName()).isTrue();
        for (RecordComponent member : frame.getRecordComponents()) {
            assertThat(row.group()).contains("`" + member.getName() + "`");
        }
    }

    private static String sample(String name) throws Exception {
        return Files.readString(FRAMES.resolve(name + ".json"));
    }

    private static WebSocket connect(Telephony telephony, String path, Queue<String> messages) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofMinutes(1))
                .buildAsync(URI.create(telephony.streams() + "/" + path), new Collector(messages, new StringBuilder()))
                .get(1, TimeUnit.MINUTES);
    }

    private static void send(WebSocket socket, String frame) throws Exception {
        socket.sendText(frame, true).get(1, TimeUnit.MINUTES);
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }

    private record Collector(Queue<String> messages, StringBuilder begun) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                messages.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
