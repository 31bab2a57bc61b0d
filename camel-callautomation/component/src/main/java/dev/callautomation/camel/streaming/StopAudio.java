package dev.callautomation.camel.streaming;

/** Ends the playing of audio that was sent into the call; what is still queued at the service is dropped. */
public record StopAudio() implements OutboundFrame {

    @Override
    public String toJson() {
        return "{\"kind\":\"StopAudio\",\"stopAudio\":{}}";
    }
}
