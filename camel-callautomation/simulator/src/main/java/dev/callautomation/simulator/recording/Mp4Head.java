package dev.callautomation.simulator.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What comes before the frames in an MP4 file with one AAC track (ISO/IEC 14496-12 and -14): all frames have the same
 * size and stand in one chunk, so that the head is as short for a day as for a second.
 */
final class Mp4Head {

    private static final int UNITY = 0x0001_0000;
    private static final int[] MATRIX = {UNITY, 0, 0, 0, UNITY, 0, 0, 0, 0x4000_0000};
    private static final int UNDETERMINED_LANGUAGE = 0x55c4;
    private static final int SELF_CONTAINED = 1;
    private static final int ENABLED_IN_MOVIE = 3;

    /** AudioSpecificConfig: AAC-LC, 16 kHz, one channel. */
    private static final byte[] AAC_LC_16_KHZ_MONO = {0x14, 0x08};

    private final int rate;
    private final int frameSamples;
    private final int frameBytes;
    private final long frames;

    Mp4Head(int rate, int frameSamples, int frameBytes, long frames) {
        this.rate = rate;
        this.frameSamples = frameSamples;
        this.frameBytes = frameBytes;
        this.frames = frames;
    }

    byte[] bytes() {
        byte[] type = box("ftyp", ascii("isom"), ints(0x200), ascii("isomiso2mp41"));
        // where the frames begin does not depend on the number that says so
        int begin = type.length + movie(0).length + 16;
        return join(type, movie(begin), ints(1), ascii("mdat"), longs(frames * frameBytes + 16));
    }

    private byte[] movie(int begin) {
        return box(
                "moov",
                full(
                        "mvhd",
                        1,
                        0,
                        longs(0, 0),
                        ints(rate),
                        longs(duration()),
                        ints(UNITY, 0x0100_0000, 0, 0),
                        ints(MATRIX),
                        ints(0, 0, 0, 0, 0, 0, 2)),
                box("trak", trackHeader(), media(begin)));
    }

    private byte[] trackHeader() {
        return full(
                "tkhd",
                1,
                ENABLED_IN_MOVIE,
                longs(0, 0),
                ints(1, 0),
                longs(duration()),
                ints(0, 0, 0, 0x0100_0000),
                ints(MATRIX),
                ints(0, 0));
    }

    private byte[] media(int begin) {
        return box(
                "mdia",
                full("mdhd", 1, 0, longs(0, 0), ints(rate), longs(duration()), shorts(UNDETERMINED_LANGUAGE, 0)),
                full("hdlr", 0, 0, ints(0), ascii("soun"), ints(0, 0, 0), ascii("sound"), new byte[1]),
                box(
                        "minf",
                        full("smhd", 0, 0, ints(0)),
                        box("dinf", full("dref", 0, 0, ints(1), full("url ", 0, SELF_CONTAINED))),
                        samples(begin)));
    }

    private byte[] samples(int begin) {
        return box(
                "stbl",
                full("stsd", 0, 0, ints(1), audioEntry()),
                full("stts", 0, 0, ints(1, (int) frames, frameSamples)),
                full("stsc", 0, 0, ints(1, 1, (int) frames, 1)),
                full("stsz", 0, 0, ints(frameBytes, (int) frames)),
                full("stco", 0, 0, ints(1, begin)));
    }

    private byte[] audioEntry() {
        return box(
                "mp4a",
                new byte[6],
                shorts(1),
                ints(0, 0),
                shorts(1, 16),
                ints(0, rate << 16),
                full("esds", 0, 0, descriptors()));
    }

    /** ES, decoder configuration (AAC, audio stream), its specific part, and how it is packed. */
    private static byte[] descriptors() {
        byte[] specific = descriptor(5, AAC_LC_16_KHZ_MONO);
        byte[] decoder = descriptor(4, new byte[] {0x40, 0x15, 0, 0, 0}, ints(0, 0), specific);
        return descriptor(3, shorts(1), new byte[1], decoder, descriptor(6, new byte[] {2}));
    }

    private long duration() {
        return frames * frameSamples;
    }

    private static byte[] descriptor(int tag, byte[]... parts) {
        byte[] content = join(parts);
        return join(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] full(String type, int version, int flags, byte[]... parts) {
        return box(type, ints(version << 24 | flags), join(parts));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = join(parts);
        return join(ints(content.length + 8), ascii(type), content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Short.BYTES);
        Arrays.stream(values).forEach(value -> buffer.putShort((short) value));
        return buffer.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        Arrays.stream(values).forEach(buffer::putInt);
        return buffer.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        Arrays.stream(values).forEach(buffer::putLong);
        return buffer.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
