package dev.callautomation.simulator.engine.recording;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import dev.callautomation.simulator.model.Identifier;

/**
 * What an application asks to be recorded.
 *
 * @param video picture and sound, otherwise sound only
 * @param unmixed one channel for each participant
 * @param assigned participants with a channel of their own, by number from 0
 * @param pauseOnStart begins paused
 * @param stateCallbackUri where the recording's events go, {@code null} for nowhere
 * @param apiVersion of the request, repeated in its events
 */
public record RecordingSettings(
        boolean video,
        boolean unmixed,
        Format format,
        Map<Integer, Identifier> assigned,
        boolean pauseOnStart,
        URI stateCallbackUri,
        String apiVersion) {

    /** The service records at most this many participants apart. */
    public static final int CHANNELS = 5;

    public RecordingSettings {
        assigned = Map.copyOf(assigned);
    }

    /** The assigned channels in their order. */
    Map<Integer, Identifier> inOrder() {
        return new TreeMap<>(assigned);
    }

    /** The name of the content type used in JSON. */
    public String contentName() {
        return video ? "audioVideo" : "audio";
    }

    /** The name of the channel type used in JSON. */
    public String channelName() {
        return unmixed ? "unmixed" : "mixed";
    }
}
