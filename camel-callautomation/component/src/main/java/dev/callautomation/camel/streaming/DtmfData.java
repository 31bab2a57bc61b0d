package dev.callautomation.camel.streaming;

/**
 * A DTMF tone. Sent with the audio if {@code enableDtmfTones} is set.
 *
 * @param data the tone, such as {@code 3} or {@code #}
 */
public record DtmfData(String data) implements StreamingFrame {

    /** Omits the tone, which may be a part of a number of a card. */
    @Override
    public String toString() {
        return "DtmfData[]";
    }
}
