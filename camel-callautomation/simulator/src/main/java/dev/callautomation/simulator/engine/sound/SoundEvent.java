package dev.callautomation.simulator.engine.sound;

import java.time.Duration;
import java.time.Instant;

import dev.callautomation.simulator.model.Identifier;

/**
 * One sound in a call.
 *
 * @param who made it
 * @param what the key that was pressed, the words that were said, or what was played
 * @param at when it began
 * @param length how long it lasts
 * @param clarity how sure a recognizer is of the words, 0 to 1
 */
public record SoundEvent(Kind kind, Identifier who, String what, Instant at, Duration length, double clarity) {

    /** How long a pressed key sounds. */
    public static final Duration TONE = Duration.ofMillis(200);

    /** From one pressed key to the next. */
    public static final Duration TONE_STEP = Duration.ofMillis(300);

    private static final int CHARACTERS_PER_SECOND = 15;
    private static final int CHARACTERS_RECORDED = 100;

    /** What makes the sound. */
    public enum Kind {
        /** A key of a telephone. */
        TONE,
        /** Speech. */
        SPEECH,
        /** The application plays something. */
        PLAY
    }

    /** The tone of a key, the {@code position}-th of those pressed at once, counted from 0. */
    public static SoundEvent tone(Identifier who, char key, Instant now, int position) {
        return new SoundEvent(Kind.TONE, who, String.valueOf(key), now.plus(TONE_STEP.multipliedBy(position)), TONE, 1);
    }

    /** Speech, at the pace of a text that is read aloud. */
    public static SoundEvent speech(Identifier who, String text, Instant now, double clarity) {
        return new SoundEvent(Kind.SPEECH, who, text, now, lengthOf(text), clarity);
    }

    /** The application plays something. */
    public static SoundEvent play(Identifier who, String what, Instant now, Duration length) {
        return new SoundEvent(Kind.PLAY, who, what, now, length, 1);
    }

    /** How long it takes to say a text. */
    public static Duration lengthOf(String text) {
        return Duration.ofMillis(Math.max(1, text.length()) * 1_000L / CHARACTERS_PER_SECOND);
    }

    /** What a recording keeps of it: which key it was, but not a long text. */
    public SoundEvent recorded() {
        return what.length() <= CHARACTERS_RECORDED
                ? this
                : new SoundEvent(kind, who, what.substring(0, CHARACTERS_RECORDED), at, length, clarity);
    }

    /** When it is over. */
    public Instant until() {
        return at.plus(length);
    }
}
