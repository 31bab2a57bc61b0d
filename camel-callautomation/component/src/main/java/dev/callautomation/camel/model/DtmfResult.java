package dev.callautomation.camel.model;

import java.util.List;

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
        char[] dialed = new char[tones.size()];
        for (int i = 0; i < dialed.length; i++) {
            dialed[i] = tones.get(i).symbol();
        }
        return new String(dialed);
    }

    /** Omits the tones, which may be the number of a card. */
    @Override
    public String toString() {
        return "DtmfResult[" + tones.size() + " tones]";
    }
}
