package dev.callautomation.simulator.recording;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.audio.Samples;
import dev.callautomation.simulator.engine.recording.Format;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.Json;

/** Writes the metadata document of a recording, with the members of the service's. */
final class Metadata {

    private static final int COMPRESSED_BITS_PER_SECOND = 32_000;

    private Metadata() {}

    static byte[] of(Recording recording, String callId, String resourceId) {
        ObjectNode node = Json.object();
        node.put("resourceId", resourceId);
        node.put("callId", callId);
        node.put("chunkDocumentId", recording.documentId());
        node.put("chunkIndex", 0);
        node.put("chunkStartTime", recording.startedAt().toString());
        node.put("chunkDuration", recording.length(recording.endedAt()).toMillis());
        ArrayNode pauses = node.putArray("pauseResumeIntervals");
        recording.pauses().forEach(pause -> pauses.addObject()
                .put("startTime", pause.from().toString())
                .put("duration", pause.length().toMillis()));
        info(node.putObject("recordingInfo"), recording);
        ArrayNode participants = node.putArray("participants");
        Map<Integer, Identifier> channels = recording.channels();
        recording.participants().forEach(participant -> {
            ObjectNode item = participants.addObject().put("participantId", participant.rawId());
            channels.forEach((channel, who) -> {
                if (who.equals(participant)) {
                    item.put("channel", channel);
                }
            });
        });
        return Json.writePlain(node);
    }

    private static void info(ObjectNode node, Recording recording) {
        node.put("contentType", recording.settings().contentName());
        node.put("channelType", recording.settings().channelName());
        node.put("format", recording.settings().format().wireName());
        int channels = WavFile.channels(recording);
        boolean wav = recording.settings().format() == Format.WAV;
        node.putObject("audioConfiguration")
                .put("sampleRate", WavFile.RATE)
                .put("bitRate", wav ? WavFile.RATE * channels * Samples.BYTES * Byte.SIZE : COMPRESSED_BITS_PER_SECOND)
                .put("channels", channels);
    }
}
