package dev.callautomation.simulator.delivery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reads the beginning of a WAV file: the service plays PCM, mono, 16 bits at 16 kHz. */
final class WavHeader {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT_LENGTH = 16;
    private static final short PCM = 1;
    private static final int SAMPLES_PER_SECOND = 16_000;
    private static final short BITS = 16;
    private static final long BYTES_PER_SECOND = SAMPLES_PER_SECOND * BITS / 8;

    private final ByteBuffer bytes;

    private WavHeader(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How long the file plays; nothing when the service could not play it. */
    static Optional<Duration> length(byte[] beginningOfFile) {
        WavHeader header = new WavHeader(beginningOfFile);
        return header.isWave() ? header.length() : Optional.empty();
    }

    private boolean isWave() {
        return bytes.remaining() >= RIFF_HEADER
                && "RIFF".equals(name(0))
                && "WAVE".equals(name(RIFF_HEADER - Integer.BYTES));
    }

    private Optional<Duration> length() {
        boolean playable = false;
        int at = RIFF_HEADER;
        while (bytes.limit() - at >= CHUNK_HEADER) {
            long size = Integer.toUnsignedLong(bytes.getInt(at + Integer.BYTES));
            if ("data".equals(name(at))) {
                return playable ? Optional.of(Duration.ofMillis(size * 1_000 / BYTES_PER_SECOND)) : Optional.empty();
            }
            if ("fmt ".equals(name(at))) {
                playable = isPlayable(at + CHUNK_HEADER);
            }
            // chunks begin at even places
            long next = at + CHUNK_HEADER + size + size % 2;
            if (next > bytes.limit()) {
                return Optional.empty();
            }
            at = (int) next;
        }
        return Optional.empty();
    }

    private boolean isPlayable(int at) {
        return bytes.limit() - at >= FORMAT_LENGTH
                && bytes.getShort(at) == PCM
                && bytes.getShort(at + 2) == 1
                && bytes.getInt(at + 4) == SAMPLES_PER_SECOND
                && bytes.getShort(at + 14) == BITS;
    }

    private String name(int at) {
        return new String(bytes.array(), at, Integer.BYTES, StandardCharsets.US_ASCII);
    }
}
