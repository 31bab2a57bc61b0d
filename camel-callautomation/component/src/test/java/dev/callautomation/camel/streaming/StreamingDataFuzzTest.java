package dev.callautomation.camel.streaming;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.fuzz.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes through a WebSocket, it is either a frame or refused, and what is refused is not quoted. */
class StreamingDataFuzzTest {

    private static final String REFUSAL =
            "The message is not a frame: it (is not a JSON object|has no member kind with a text)"
                    + "|The message is not a frame: it is not valid JSON(, line -?\\d+, column -?\\d+)?"
                    + "|The message cannot be read to its end"
                    + "|The frame of kind \\w+ cannot be read: [\\w.\\[\\]]+ is not what it should be(, line -?\\d+, column -?\\d+)?"
                    + "|The frame of kind \\w+ cannot be read: it has no member \\w+ with an object";

    static Stream<byte[]> frames() {
        return Stream.of(
                        Effort.files("/frames"),
                        Effort.files("/frames/js-sdk-1.6.0"),
                        Stream.of(
                                        "",
                                        "{}",
                                        "[",
                                        "{\"kind\":\"New\",\"new\":[{}]}",
                                        "{\"audioData\":{\"data\":\"AAE=\",\"timestamp\":\"2026-02-30\"},\"kind\":\"AudioData\"}",
                                        "{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"?\",\"participantRawID\":\" \"}}",
                                        "{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"offset\":9223372036854775807,"
                                                + "\"duration\":-1,\"words\":[null,{}]}}")
                                .map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .flatMap(seeds -> seeds);
    }

    @MethodSource("frames")
    @FuzzTest
    void aMessageIsAFrameOrRefused(byte[] message) throws Throwable {
        Effort.isBounded(() -> {
            StreamingFrame frame;
            try {
                frame = StreamingData.parse(message);
            } catch (MalformedFrameException e) {
                assertThat(e).hasMessageMatching(REFUSAL).hasNoCause();
                return;
            }
            assertThat(frame).isNotNull();
            assertThat(frame.toString()).isNotEmpty();
            if (frame instanceof AudioData audio) {
                AudioData again = (AudioData) StreamingData.parse(audio.toJson());
                assertThat(again.data()).isEqualTo(audio.data());
            }
        });
    }
}
