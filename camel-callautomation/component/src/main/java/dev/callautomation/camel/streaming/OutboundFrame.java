package dev.callautomation.camel.streaming;

/**
 * What an application may send to the WebSocket of a call whose media streaming is bidirectional. Camel converts it to
 * the {@code String} that the service reads.
 */
public sealed interface OutboundFrame permits AudioData, StopAudio {

    /** The frame as the service reads it: one JSON object. */
    String toJson();
}
