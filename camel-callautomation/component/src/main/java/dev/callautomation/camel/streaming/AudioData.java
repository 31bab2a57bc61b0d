package dev.callautomation.camel.streaming;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Some milliseconds of audio: 20 in frames from the service, any number in frames to it. The bytes are
 * those that were decoded or given; they must not be modified.
 *
 * @param data samples as the {@link AudioMetadata} describe them; read-only, little-endian, with a position of its own
 *     for each caller. Empty, never {@code null}
 * @param timestamp when the service received the audio; may be {@code null}
 * @param isSilent whether the audio is silence
 * @param participant the speaker; {@code null} if all parties are mixed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudioData(
        ByteBuffer data,

        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = Timestamp.class) @Nullable
        OffsetDateTime timestamp,

        @JsonProperty("silent") boolean isSilent,

        @JsonProperty("participantRawID")
        @JsonSerialize(using = RawId.Writer.class)
        @JsonDeserialize(using = RawId.Reader.class)
        @Nullable
        CommunicationIdentifier participant)
        implements StreamingFrame, OutboundFrame {

    public AudioData {
        data = data == null ? ByteBuffer.allocate(0) : data.asReadOnlyBuffer();
    }

    /** Audio to send into the call, in the format of the call's media streaming. The array is not copied. */
    public static AudioData of(byte[] pcm) {
        return new AudioData(ByteBuffer.wrap(pcm), null, false, null);
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Only the audio, as the service accepts nothing else. */
    @Override
    public String toJson() {
        // base64 has no character that JSON would escape
        byte[] base64 = Base64.getEncoder().encode(data()).array();
        return "{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"" + new String(base64, StandardCharsets.ISO_8859_1)
                + "\"}}";
    }
}
