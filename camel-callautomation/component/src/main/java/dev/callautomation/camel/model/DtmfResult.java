package dev.callautomation.camel.model;

import java.util.List;

/**
 * The tones that a party pressed.
 *
 * @param tones in the order in which they were pressed
 */
public record DtmfResult(List<Tone> tones) {

    public DtmfResult {
        tones = tones == null ? List.of() : List.copyOf(tones);
    }
}
