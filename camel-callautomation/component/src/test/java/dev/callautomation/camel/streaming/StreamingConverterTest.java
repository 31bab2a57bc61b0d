package dev.callautomation.camel.streaming;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Frames in routes. */
class StreamingConverterTest extends CamelTestSupport {

    private static final String KEY = "{\"kind\":\"DtmfData\",\"dtmfData\":{\"data\":\"#\"}}";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read").convertBodyTo(StreamingFrame.class, false);
                from("direct:write").convertBodyTo(String.class);
            }
        };
    }

    static Stream<Object> messages() {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        return Stream.of(KEY, bytes, new ByteArrayInputStream(bytes), Buffer.buffer(bytes));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageOfAnyTypeBecomesAFrame(Object message) {
        assertThat(template.requestBody("direct:read", message)).isEqualTo(new DtmfData("#"));
    }

    @Test
    void framesToSendBecomeText() {
        assertThat(template.requestBody("direct:write", AudioData.of(new byte[] {1, 2, 3})))
                .isEqualTo("{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"AQID\"}}");
        assertThat(template.requestBody("direct:write", new StopAudio()))
                .isEqualTo("{\"kind\":\"StopAudio\",\"stopAudio\":{}}");
    }

    @Test
    void aMalformedFrameIsNotQuoted() {
        Throwable failure = catchThrowable(() -> template.requestBody(
                "direct:read", "{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"sampleRate\":\"secret\"}}"));
        assertThat(failure).isInstanceOf(CamelExecutionException.class);
        assertThat(failure.getCause())
                .isInstanceOf(TypeConversionException.class)
                .hasRootCauseInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("audioMetadata.sampleRate")
                .message()
                .doesNotContain("secret");
    }
}
