package dev.callautomation.simulator.rest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.engine.recording.Format;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.Json;

/** Reads what is to be recorded and writes RecordingStateResponse. */
final class Recordings {

    private static final List<String> STORAGE = List.of("azureCommunicationServices", "azureBlobStorage");

    private Recordings() {}

    static Reply state(int status, Recording recording) {
        return new Reply(
                status,
                Json.object()
                        .put("recordingId", recording.id())
                        .put("recordingState", recording.stateName())
                        .put("recordingKind", "azureCommunicationServices"));
    }

    /** The settings of a request, within the combinations the service supports. */
    static RecordingSettings settings(Body body, String apiVersion) {
        boolean video = oneOf(body, "recordingContentType", List.of("audioVideo", "audio")) == 0;
        boolean unmixed = oneOf(body, "recordingChannelType", List.of("mixed", "unmixed")) == 1;
        Format format = format(body, video, unmixed);
        if (unmixed && (video || format != Format.WAV)) {
            throw Body.invalid("unmixed recordings take recordingContentType audio and recordingFormatType wav");
        }
        if (video != (format == Format.MP4)) {
            throw Body.invalid(
                    "recordingContentType audioVideo goes with recordingFormatType mp4, audio with wav or mp3");
        }
        Map<Integer, Identifier> assigned = assigned(body);
        if (!unmixed && !assigned.isEmpty()) {
            throw Body.invalid("channelAffinity and audioChannelParticipantOrdering take recordingChannelType unmixed");
        }
        checkStorage(body);
        URI events = body.text("recordingStateCallbackUri") == null ? null : body.callback("recordingStateCallbackUri");
        return new RecordingSettings(
                video, unmixed, format, assigned, body.flag("pauseOnStart", false), events, apiVersion);
    }

    private static Format format(Body body, boolean video, boolean unmixed) {
        if (body.has("recordingFormatType")) {
            return Format.values()[oneOf(body, "recordingFormatType", List.of("wav", "mp3", "mp4"))];
        }
        return video ? Format.MP4 : unmixed ? Format.WAV : Format.MP3;
    }

    /** The position of a member's value among the possible ones; the first one stands for none. */
    private static int oneOf(Body body, String name, List<String> values) {
        String value = Optional.ofNullable(body.text(name)).orElse(values.get(0));
        int position = values.indexOf(value);
        if (position < 0) {
            throw Body.invalid(name + " must be one of " + values);
        }
        return position;
    }

    /** Channels by affinity, then those by order on what is left. */
    private static Map<Integer, Identifier> assigned(Body body) {
        Map<Integer, Identifier> assigned = new LinkedHashMap<>();
        for (Body affinity : body.parts("channelAffinity")) {
            if (!affinity.has("channel")) {
                throw Body.invalid("channelAffinity.channel is required");
            }
            int channel = affinity.number("channel", 0, RecordingSettings.CHANNELS - 1, 0);
            assign(assigned, channel, affinity.requiredIdentifier("participant"));
        }
        int next = 0;
        for (Identifier participant : body.identifiers("audioChannelParticipantOrdering")) {
            while (assigned.containsKey(next)) {
                next++;
            }
            if (next >= RecordingSettings.CHANNELS) {
                throw Body.invalid("audioChannelParticipantOrdering names more than the service has channels, "
                        + RecordingSettings.CHANNELS);
            }
            assign(assigned, next, participant);
        }
        return assigned;
    }

    private static void assign(Map<Integer, Identifier> assigned, int channel, Identifier participant) {
        if (assigned.containsValue(participant) || assigned.put(channel, participant) != null) {
            throw Body.invalid("a channel or a participant is named twice");
        }
    }

    private static void checkStorage(Body body) {
        if (!body.has("externalStorage")) {
            return;
        }
        Body storage = body.part("externalStorage");
        boolean own = oneOf(storage, "recordingStorageKind", STORAGE) == 1;
        if (own
                && !String.valueOf(storage.text("recordingDestinationContainerUrl"))
                        .startsWith("https://")) {
            throw Body.invalid("externalStorage.recordingDestinationContainerUrl must be an https address");
        }
    }
}
