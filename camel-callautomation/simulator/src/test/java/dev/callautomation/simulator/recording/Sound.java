package dev.callautomation.simulator.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file as the JDK reads it, and an ear for tones in it. */
record Sound(float rate, int channels, byte[] samples) {

    static Sound read(byte[] wav) {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            return new Sound(
                    stream.getFormat().getSampleRate(), stream.getFormat().getChannels(), stream.readAllBytes());
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    long millis() {
        return Math.round(samples.length * 1_000.0 / (2 * channels * rate));
    }

    /** How loud a frequency is in 100 ms, by Goertzel's algorithm; about 0.25 for one half of a tone. */
    double loudness(double hertz, long fromMillis, int channel) {
        int count = (int) (rate / 10);
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double last = 0;
        double beforeLast = 0;
        for (int i = 0; i < count; i++) {
            int at = (int) ((fromMillis * (long) rate / 1_000 + i) * channels + channel) * 2;
            double sample = (short) (samples[at] & 0xff | samples[at + 1] << 8) / 32_768.0;
            double next = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return 2 * Math.sqrt(power) / count;
    }
}
