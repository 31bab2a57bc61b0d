package dev.callautomation.simulator.audio;

import java.time.Duration;

import dev.callautomation.simulator.engine.sound.SoundEvent;

/** A segment of sound: 16 bit samples, low byte first, its channels in turns. */
public final class Samples {

    /** Bytes of one sample. */
    public static final int BYTES = 2;

    private final byte[] bytes;
    private final long first;
    private final int rate;
    private final int channels;

    /**
     * Silence.
     *
     * @param first number of its first frame, counted from the beginning of everything
     * @param rate frames in a second
     */
    public Samples(long first, int frames, int rate, int channels) {
        this.bytes = new byte[frames * channels * BYTES];
        this.first = first;
        this.rate = rate;
        this.channels = channels;
    }

    /** Adds a sound that lasts from one time to another, both counted from the beginning of everything. */
    public void add(SoundEvent soundEvent, Duration from, Duration to, int channel) {
        long begin = frame(from);
        long start = Math.max(begin, first);
        long end = Math.min(frame(to), first + bytes.length / (channels * BYTES));
        for (long frame = start; frame < end; frame++) {
            int at = (int) ((frame - first) * channels + channel) * BYTES;
            int before = (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
            double sound = Waveform.at(soundEvent, (frame - begin) / (double) rate) * Short.MAX_VALUE;
            int sum = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, before + (int) sound));
            bytes[at] = (byte) sum;
            bytes[at + 1] = (byte) (sum >> 8);
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    private long frame(Duration time) {
        return frames(time, rate);
    }

    /** How many frames there are in a time. */
    public static long frames(Duration time, int rate) {
        return time.toNanos() / 1_000 * rate / 1_000_000;
    }
}
