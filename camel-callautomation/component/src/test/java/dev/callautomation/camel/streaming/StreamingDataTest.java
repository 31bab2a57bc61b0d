package dev.callautomation.camel.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.IdentifierKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames of the official SDKs' own tests and of Microsoft's pages, read. */
class StreamingDataTest {

    private static final Path FRAMES = Path.of("src/test/resources/frames");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static String sample(String name) throws IOException {
        return Files.readString(FRAMES.resolve(name + ".json"));
    }

    private static <T> T read(String frame, Class<T> type) {
        StreamingFrame read = StreamingData.parse(frame);
        assertThat(read).isInstanceOf(type);
        return type.cast(read);
    }

    private static CommunicationIdentifier party(String rawId) {
        return new CommunicationIdentifier(null, rawId, null, null, null, null, null);
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FRAMES)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    /** Written as JSON, a frame has what it came with: so it can be compared with what the SDK reads. */
    @ParameterizedTest
    @MethodSource("samples")
    void aFrameIsReadAsTheOfficialSdkReadsIt(Path sample) throws IOException {
        StreamingFrame frame = StreamingData.parse(Files.readString(sample));
        String members = MAPPER.writeValueAsString(frame)
                .replace("\"silent\"", "\"isSilent\"")
                .replace("\"offset\"", "\"offsetInTicks\"")
                .replace("\"duration\"", "\"durationInTicks\"")
                .replace("\"participantRawID\"", "\"participant\"")
                .replace("\"resultStatus\"", "\"resultState\"");
        ObjectNode sdk = (ObjectNode) MAPPER.readTree(
                FRAMES.resolve("js-sdk-1.6.0").resolve(sample.getFileName()).toFile());
        // the bytes in a frame's audio: in Microsoft's samples, not in the SDK
        ObjectNode ours = ((ObjectNode) MAPPER.readTree(members)).without(List.of("length"));
        assertThat(frame.kind()).isEqualTo(sdk.get("kind").textValue());
        assertThat(normalized(ours)).isEqualTo(normalized(sdk.get("frame").deepCopy()));
    }

    private static ObjectNode normalized(ObjectNode frame) {
        if (frame.hasNonNull("timestamp")) {
            frame.put(
                    "timestamp",
                    OffsetDateTime.parse(frame.get("timestamp").textValue()).toString());
        }
        return frame;
    }

    @Test
    void theAudioIsDecoded() throws IOException {
        AudioData audio = read(sample("AudioData"), AudioData.class);
        assertThat(audio)
                .isEqualTo(new AudioData(
                        ByteBuffer.wrap(new byte[] {(byte) 0xb5, (byte) 0xeb, 0x2d}),
                        OffsetDateTime.parse("2024-05-30T06:25:02.948Z"),
                        false,
                        party("28:6b45c5b6-1c34-47c0-8980-11e98d47d23f")));
        assertThat(audio.participant().kind()).isEqualTo(IdentifierKind.UNKNOWN);
    }

    @Test
    void samplesAreLittleEndianAndCanBeReadTwiceButNotChanged() {
        AudioData audio = AudioData.of(new byte[] {1, 2, 3, 4});
        assertThat(audio.data().asShortBuffer().get(0)).isEqualTo((short) 0x0201);
        assertThat(audio.data().getInt()).isEqualTo(audio.data().getInt());
        assertThatThrownBy(() -> audio.data().put((byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void mixedAudioHasNoParticipantAndSilenceIsMarked() {
        AudioData audio =
                read("{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"\",\"silent\":true}}", AudioData.class);
        assertThat(audio.participant()).isNull();
        assertThat(audio.timestamp()).isNull();
        assertThat(audio.isSilent()).isTrue();
        assertThat(audio.data().hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-30T06:25:02.948Z, 2024-05-30T06:25:02.948Z",
        "2024-05-30T08:25:02+02:00, 2024-05-30T08:25:02+02:00",
        "2024-05-30T06:25, 2024-05-30T06:25Z",
        "yesterday,",
    })
    void theTimeOfAudioIsReadInEachOfItsForms(String text, OffsetDateTime time) {
        String frame = "{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"\",\"timestamp\":\"" + text + "\"}}";
        assertThat(read(frame, AudioData.class).timestamp()).isEqualTo(time);
    }

    @Test
    void theFormatOfTheAudioIsKnown() throws IOException {
        assertThat(read(sample("AudioMetadata"), AudioMetadata.class))
                .isEqualTo(new AudioMetadata("4af370df-3868-461f-8242-91f077a6f8a6", "PCM", 16000, 1, 640));
    }

    @Test
    void transcribedWordsAreReadWithTheirTimes() throws IOException {
        TranscriptionData said = read(sample("TranscriptionData"), TranscriptionData.class);
        assertThat(said)
                .isEqualTo(new TranscriptionData(
                        "Hello everyone.",
                        "display",
                        0.922650933265686,
                        Duration.ofNanos(21_248_322_700L),
                        Duration.ofMillis(960),
                        List.of(
                                new WordData("hello", Duration.ofNanos(21_248_322_700L), Duration.ofMillis(280)),
                                new WordData("everyone", Duration.ofNanos(21_528_322_700L), Duration.ofMillis(680))),
                        party("4:+000000000000"),
                        TranscriptionResultState.FINAL));
        assertThat(said.isFinal()).isTrue();
    }

    /** More ticks than a count of nanoseconds in 64 bits can hold. */
    @Test
    void theLargeOffsetsOfEarlyVersionsAreRead() throws IOException {
        TranscriptionData said = read(sample("TranscriptionData.early"), TranscriptionData.class);
        assertThat(said.offset()).isEqualTo(Duration.ofSeconds(251_699_878_248L, 123_440_000));
        assertThat(said.duration()).isNull();
        assertThat(said.participant().rawId()).isEqualTo("8:acs:");
    }

    @ParameterizedTest
    @EnumSource
    void theStateOfAResultIsReadInAnyCase(TranscriptionResultState state) throws Exception {
        String onTheWire = MAPPER.convertValue(state, String.class);
        for (String spelled : List.of(onTheWire, onTheWire.toLowerCase(), onTheWire.toUpperCase())) {
            String frame = "{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"resultStatus\":\"%s\"}}";
            assertThat(read(frame.formatted(spelled), TranscriptionData.class).resultState())
                    .as(spelled)
                    .isEqualTo(state);
        }
    }

    @Test
    void aResultOfANewStateIsNotFinal() {
        String frame = "{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"resultStatus\":\"Revised\"}}";
        TranscriptionData said = read(frame, TranscriptionData.class);
        assertThat(said.resultState()).isNull();
        assertThat(said.isFinal()).isFalse();
        assertThat(said.words()).isEmpty();
    }

    @Test
    void theCallOfATranscriptIsKnown() throws IOException {
        assertThat(read(sample("TranscriptionMetadata"), TranscriptionMetadata.class))
                .isEqualTo(new TranscriptionMetadata(
                        "0000a000-9999-5555-ae00-cd00e0bc0000",
                        "en-US",
                        "6d09449c-6677-4f91-8cb7-012c338e6ec1",
                        "6d09449c-6677-4f91-8cb7-012c338e6ec1",
                        "0000a000-9999-5555-ae00-cd00e0bc0001"));
    }

    @Test
    void aKeyIsRead() throws IOException {
        assertThat(read(sample("DtmfData"), DtmfData.class)).isEqualTo(new DtmfData("test"));
    }

    @Test
    void aKindOfTheFutureIsKeptAsItIs() throws IOException {
        String frame = "{\"kind\":\"VideoData\",\"videoData\":{\"data\":\"secret\"},\"more\":[1]}";
        UnknownFrame unknown = read(frame, UnknownFrame.class);
        assertThat(unknown.kind()).isEqualTo("VideoData");
        assertThat(unknown.json()).isEqualTo(MAPPER.readTree(frame));
        unknown.json().removeAll();
        assertThat(unknown.json()).isEqualTo(MAPPER.readTree(frame));
        assertThat(unknown).hasToString("UnknownFrame[kind=VideoData]");
    }

    @Test
    void theOrderOfMembersMakesNoDifference() throws IOException {
        ObjectNode frame = (ObjectNode) MAPPER.readTree(sample("TranscriptionData"));
        ObjectNode reversed = MAPPER.createObjectNode().put("more", true);
        reversed.set("transcriptionData", frame.get("transcriptionData"));
        reversed.set("kind", frame.get("kind"));
        assertThat(StreamingData.parse(reversed.toString()))
                .isEqualTo(StreamingData.parse(sample("TranscriptionData")));
    }

    @Test
    void bytesAndStreamsReadAsText() throws IOException {
        String frame = sample("TranscriptionData").replace("Hello", "Grüezi");
        Path file = Files.writeString(Files.createTempFile("frame", ".json"), frame);
        try (InputStream stream = Files.newInputStream(file)) {
            assertThat(StreamingData.parse(stream))
                    .isEqualTo(StreamingData.parse(Files.readAllBytes(file)))
                    .isEqualTo(StreamingData.parse(frame));
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"kind":"AudioData","audioData":{"data":"sécret"}}       | kind AudioData cannot be read: audioData.data
                {"kind":"AudioData","audioData":{"data":["secret"]}}     | kind AudioData cannot be read: audioData.data
                {"kind":"AudioData","audioData":"secret"}                | it has no member audioData with an object
                {"kind":"DtmfData","secret":1}                           | it has no member dtmfData with an object
                {"kind":"AudioMetadata","audioMetadata":{"sampleRate":"secret"}} | audioMetadata.sampleRate
                {"kind":"TranscriptionData","transcriptionData":{"words":[{},{"offset":"secret"}]}} | transcriptionData.words[1].offset
                {"kind":"TranscriptionData","transcriptionData":{"confidence":"secret"}} | transcriptionData.confidence
                {"transcriptionData":{"confidence":"secret"},"kind":"TranscriptionData"} | transcriptionData.confidence
                {"kind":"TranscriptionData","transcriptionData":{"text":"secret""" + """
                 | transcriptionData.text is not what it should be, line 1, column
                {"kind":7,"secret":1}                                    | it has no member kind
                {"secret":1}                                             | it has no member kind
                ["secret"]                                               | it is not a JSON object
                secret                                                   | it is not valid JSON
                """)
    void aMalformedFrameIsRefusedWithoutBeingQuoted(String frame, String complaint) {
        assertThatThrownBy(() -> StreamingData.parse(frame))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining(complaint)
                .hasNoCause()
                .message()
                .doesNotContain("secret", "sécret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyMessageIsRefused(String frame) {
        assertThatThrownBy(() -> StreamingData.parse(frame)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void audioIsSentAsTheServiceReadsIt() throws IOException {
        byte[] pcm = new byte[640];
        Arrays.fill(pcm, (byte) 0x5a);
        String sent = AudioData.of(pcm).toJson();
        assertThat(MAPPER.readTree(sent).at("/audioData/data").binaryValue()).isEqualTo(pcm);
        assertThat(StreamingData.parse(sent)).isEqualTo(AudioData.of(pcm));
    }

    @Test
    void anEchoSendsTheAudioAlone() throws IOException {
        assertThat(read(sample("AudioData"), AudioData.class).toJson())
                .isEqualTo("{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"test\"}}");
    }

    @Test
    void theQueueOfTheServiceIsEmptiedByAFrame() {
        assertThat(new StopAudio().toJson()).isEqualTo("{\"kind\":\"StopAudio\",\"stopAudio\":{}}");
    }
}
