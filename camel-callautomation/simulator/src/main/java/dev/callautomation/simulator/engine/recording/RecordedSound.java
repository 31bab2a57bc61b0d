package dev.callautomation.simulator.engine.recording;

import java.time.Duration;

import dev.callautomation.simulator.engine.sound.SoundEvent;

/**
 * A sound in a file.
 *
 * @param from its beginning, counted from the beginning of the file
 * @param to its end in the file
 */
public record RecordedSound(SoundEvent soundEvent, Duration from, Duration to) {}
