package dev.callautomation.simulator.engine.media;

import java.util.List;

/**
 * One of the answers that recognize offers.
 *
 * @param tone {@code null} for none
 */
public record Choice(String label, List<String> phrases, Tone tone) {

    public Choice {
        phrases = List.copyOf(phrases);
    }

    long size() {
        return PlaySource.BYTES
                + PlaySource.TEXT
                        * (label.length()
                                + phrases.stream().mapToInt(String::length).sum());
    }

    boolean matches(Utterance utterance) {
        return phrases.stream().anyMatch(utterance::matches);
    }
}
