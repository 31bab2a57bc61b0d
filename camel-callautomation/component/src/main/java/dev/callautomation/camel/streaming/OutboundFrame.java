package dev.callautomation.camel.streaming;

/**
 * A frame that an application can send to the WebSocket of a call whose media streaming is bidirectional. Camel
 * converts it to
 * the {@code String} that the service reads.
 */
public sealed interface OutboundFrame permits AudioData, StopAudio {

    /** The frame as a JSON object. */
    String toJson();
}
