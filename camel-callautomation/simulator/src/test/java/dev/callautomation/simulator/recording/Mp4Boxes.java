package dev.callautomation.simulator.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in an MP4 file, in a way of its own. */
final class Mp4Boxes {

    private Mp4Boxes() {}

    /** The types of the outermost boxes. */
    static List<String> types(byte[] file) {
        List<String> types = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(file);
        while (buffer.remaining() > 0) {
            int begin = buffer.position();
            long size = Integer.toUnsignedLong(buffer.getInt());
            byte[] type = new byte[4];
            buffer.get(type);
            types.add(new String(type, StandardCharsets.US_ASCII));
            buffer.position(Math.toIntExact(begin + (size == 1 ? buffer.getLong() : size)));
        }
        return types;
    }

    /** How long the sound lasts by the table of its frames. */
    static long audioMillis(byte[] file) {
        ByteBuffer times = after(file, "stts");
        times.position(times.position() + 8);
        long frames = times.getInt();
        long samples = times.getInt();
        ByteBuffer media = after(file, "mdhd");
        media.position(media.position() + 20);
        return frames * samples * 1_000 / media.getInt();
    }

    static long chunkOffset(byte[] file) {
        ByteBuffer offsets = after(file, "stco");
        offsets.position(offsets.position() + 8);
        return offsets.getInt();
    }

    /** Where the frames begin: after the long size of their box. */
    static long mediaStart(byte[] file) {
        return after(file, "mdat").position() + Long.BYTES;
    }

    private static ByteBuffer after(byte[] file, String type) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
        return ByteBuffer.wrap(file).position(at + type.length());
    }
}
