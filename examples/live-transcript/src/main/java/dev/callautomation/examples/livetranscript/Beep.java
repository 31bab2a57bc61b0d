package dev.callautomation.examples.livetranscript;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.callautomation.camel.streaming.AudioData;

/** A short soft sound in the format that the calls are answered with, {@code pcm16KMono}. */
final class Beep {

    static final int MILLIS = 200;
    static final AudioData SOUND = AudioData.of(sine(880, MILLIS));

    private static final int SAMPLES_A_SECOND = 16_000;

    private Beep() {}

    private static byte[] sine(int hertz, int millis) {
        ByteBuffer pcm = ByteBuffer.allocate(SAMPLES_A_SECOND * millis / 1000 * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; pcm.hasRemaining(); sample++) {
            double angle = 2 * Math.PI * hertz * sample / SAMPLES_A_SECOND;
            pcm.putShort((short) (Short.MAX_VALUE / 4 * Math.sin(angle)));
        }
        return pcm.array();
    }
}
