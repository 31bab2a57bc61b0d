package dev.callautomation.camel.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The tones that a party pressed.
 *
 * @param tones in the order in which they were pressed
 */
public record DtmfResult(List<Tone> tones) {

    public DtmfResult {
        tones = tones == null ? List.of() : List.copyOf(tones);
    }

    /** The tones as they are dialled, such as {@code 123#}. */
    public String dialled() {
        return tones.stream().map(tone -> String.valueOf(tone.symbol())).collect(Collectors.joining());
    }
}
