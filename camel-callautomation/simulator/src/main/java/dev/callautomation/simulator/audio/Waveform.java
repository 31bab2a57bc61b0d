package dev.callautomation.simulator.audio;

import java.util.Map;

import dev.callautomation.simulator.engine.sound.SoundEvent;

/** Waveform of each sound: a tone has its two frequencies, speech and music are a soft hum each. */
final class Waveform {

    private static final double LOUD = 0.25;
    private static final double SOFT = 0.08;
    private static final double SPEECH_HERTZ = 220;
    private static final double PLAY_HERTZ = 330;

    private static final String KEYS = "123A456B789C*0#D";
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};

    private static final Map<SoundEvent.Kind, Double> HUMS =
            Map.of(SoundEvent.Kind.SPEECH, SPEECH_HERTZ, SoundEvent.Kind.PLAY, PLAY_HERTZ);

    private Waveform() {}

    /** The sample of a sound at a time counted from the sound's beginning; between -1 and 1. */
    static double at(SoundEvent soundEvent, double seconds) {
        if (soundEvent.kind() == SoundEvent.Kind.TONE) {
            int key = KEYS.indexOf(soundEvent.what());
            return LOUD * (sine(ROWS[key / 4], seconds) + sine(COLUMNS[key % 4], seconds));
        }
        return SOFT * sine(HUMS.get(soundEvent.kind()), seconds);
    }

    private static double sine(double hertz, double seconds) {
        return Math.sin(2 * Math.PI * hertz * seconds);
    }
}
