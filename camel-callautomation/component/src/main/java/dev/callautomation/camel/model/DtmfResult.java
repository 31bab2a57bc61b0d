package dev.callautomation.camel.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The recognized tones.
 *
 * @param tones the tones in order
 */
public record DtmfResult(List<DtmfTone> tones) {

    public DtmfResult {
        tones = tones == null ? List.of() : List.copyOf(tones);
    }

    /** The tones as they are dialed, such as {@code 123#}. */
    public String dialed() {
        return tones.stream().map(tone -> String.valueOf(tone.symbol())).collect(Collectors.joining());
    }

    /** Omits the tones, which may be the number of a card. */
    @Override
    public String toString() {
        return "DtmfResult[" + tones.size() + " tones]";
    }
}
