package dev.callautomation.simulator.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/**
 * What recognize waits for.
 *
 * @param target the participant whose input counts
 * @param group there are others in the call
 * @param interruptPrompt input stops the prompt; otherwise input during the prompt is not listened to
 * @param initialSilence from the end of the prompt to the first input
 * @param tones {@code null} when tones are not collected
 * @param choices answers to choose from, empty for any input
 * @param endSilence ends free speech, {@code null} when that is not listened to
 */
public record Listening(
        Identifier target,
        boolean group,
        boolean interruptPrompt,
        Duration initialSilence,
        Collecting tones,
        List<Choice> choices,
        Duration endSilence) {

    /**
     * How tones are collected.
     *
     * @param interToneTimeout from one tone to the next
     * @param most that are collected, 0 for no limit
     * @param stopTones end the collection and are not part of it
     */
    public record Collecting(Duration interToneTimeout, int most, List<Tone> stopTones) {

        public Collecting {
            stopTones = List.copyOf(stopTones);
        }
    }

    public Listening {
        choices = List.copyOf(choices);
    }

    /** About how many bytes the texts of its choices take. */
    long size() {
        return choices.stream().mapToLong(Choice::size).sum();
    }

    boolean hearsTones() {
        return tones != null || choices.stream().anyMatch(choice -> choice.tone() != null);
    }

    boolean hearsSpeech() {
        return endSilence != null || !choices.isEmpty();
    }

    Optional<Choice> choiceOf(Tone tone) {
        return choices.stream().filter(choice -> choice.tone() == tone).findFirst();
    }

    Optional<Choice> choiceOf(Utterance utterance) {
        return choices.stream().filter(choice -> choice.matches(utterance)).findFirst();
    }
}
