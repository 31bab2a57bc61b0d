package dev.callautomation.camel.streaming;

import java.io.InputStream;
import java.util.function.Supplier;

import io.vertx.core.buffer.Buffer;
import org.apache.camel.Converter;
import org.apache.camel.TypeConversionException;

/** Type converters for frames. */
@Converter(generateLoader = true)
public final class StreamingConverter {

    private StreamingConverter() {}

    @Converter
    public static StreamingFrame toFrame(String text) {
        return frame(() -> StreamingData.parse(text));
    }

    @Converter
    public static StreamingFrame toFrame(byte[] bytes) {
        return frame(() -> StreamingData.parse(bytes));
    }

    @Converter
    public static StreamingFrame toFrame(InputStream stream) {
        return frame(() -> StreamingData.parse(stream));
    }

    @Converter
    public static StreamingFrame toFrame(Buffer buffer) {
        return frame(() -> StreamingData.parse(buffer.getBytes()));
    }

    @Converter
    public static String toText(OutboundFrame frame) {
        return frame.toJson();
    }

    private static StreamingFrame frame(Supplier<StreamingFrame> parsed) {
        try {
            return parsed.get();
        } catch (MalformedFrameException e) {
            // of any other exception Camel makes one that quotes the whole message
            throw new TypeConversionException("(not shown)", StreamingFrame.class, e);
        }
    }
}
