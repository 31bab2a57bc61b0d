package dev.callautomation.simulator.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.callautomation.simulator.audio.Samples;
import dev.callautomation.simulator.engine.recording.RecordedSound;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.Identifier;

/** A RIFF file of PCM samples, 16 kHz and 16 bit: one channel, or one for each participant when unmixed. */
final class WavFile implements RecordedFile {

    static final int RATE = 16_000;

    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int FORMAT_BYTES = 16;

    /** Sizes are unsigned numbers of four bytes; the header counts, but for its first eight bytes. */
    private static final long LARGEST = 0xffff_ffffL - HEADER;

    private final List<RecordedSound> sounds;
    private final Map<Integer, Identifier> speakers;
    private final int channels;
    private final long frames;

    WavFile(Recording recording) {
        sounds = recording.sounds();
        speakers = recording.channels();
        channels = channels(recording);
        long wanted = Samples.frames(recording.length(recording.endedAt()), RATE);
        frames = Math.min(wanted, LARGEST / frameBytes());
    }

    static int channels(Recording recording) {
        return recording.channels().keySet().stream()
                .mapToInt(channel -> channel + 1)
                .max()
                .orElse(1);
    }

    @Override
    public long size() {
        return HEADER + frames * frameBytes();
    }

    @Override
    public String contentType() {
        return "audio/wav";
    }

    @Override
    public byte[] read(long offset, int most) {
        int wanted = (int) Math.min(most, size() - offset);
        if (offset < HEADER) {
            return Arrays.copyOfRange(header(), (int) offset, Math.min(HEADER, (int) offset + wanted));
        }
        long first = (offset - HEADER) / frameBytes();
        int skip = (int) ((offset - HEADER) % frameBytes());
        int count = (skip + wanted + frameBytes() - 1) / frameBytes();
        Samples samples = new Samples(first, count, RATE, channels);
        sounds.forEach(sound -> channel(sound)
                .ifPresent(channel -> samples.add(sound.soundEvent(), sound.from(), sound.to(), channel)));
        return Arrays.copyOfRange(samples.bytes(), skip, skip + wanted);
    }

    /** Channel of a sound; an unmixed recording leaves out participants without a channel. */
    private OptionalInt channel(RecordedSound sound) {
        return speakers.isEmpty()
                ? OptionalInt.of(0)
                : speakers.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().equals(sound.soundEvent().who()))
                        .mapToInt(Map.Entry::getKey)
                        .findFirst();
    }

    private int frameBytes() {
        return channels * Samples.BYTES;
    }

    private byte[] header() {
        long data = frames * frameBytes();
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (data + HEADER - 8))
                .put(ascii("WAVEfmt "))
                .putInt(FORMAT_BYTES)
                .putShort((short) PCM)
                .putShort((short) channels)
                .putInt(RATE)
                .putInt(RATE * frameBytes())
                .putShort((short) frameBytes())
                .putShort((short) (Samples.BYTES * Byte.SIZE))
                .put(ascii("data"))
                .putInt((int) data)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
