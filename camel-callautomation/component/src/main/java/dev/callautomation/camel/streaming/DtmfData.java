package dev.callautomation.camel.streaming;

/**
 * Somebody pressed a key. Comes with the audio if {@code enableDtmfTones} is set.
 *
 * @param data the key, such as {@code 3} or {@code #}
 */
public record DtmfData(String data) implements StreamingFrame {}
