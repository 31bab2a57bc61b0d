package dev.callautomation.camel.streaming;

/** Stops the playback of audio that was sent into the call, and discards the audio queued at the service. */
public record StopAudio() implements OutboundFrame {

    @Override
    public String toJson() {
        return "{\"kind\":\"StopAudio\",\"stopAudio\":{}}";
    }
}
