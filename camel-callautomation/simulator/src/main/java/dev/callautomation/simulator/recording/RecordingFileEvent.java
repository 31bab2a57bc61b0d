package dev.callautomation.simulator.recording;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.recording.Recording;

/** Writes RecordingFileStatusUpdated. */
public final class RecordingFileEvent {

    private RecordingFileEvent() {}

    /** The event that tells where the file is; {@code base} is the address of this simulator. */
    public static Effect.GridEvent of(Effect.FileReady ready, URI base) {
        Recording recording = ready.recording();
        String document = recording.documentId();
        boolean video = recording.settings().video();
        Map<String, Object> chunk = new LinkedHashMap<>();
        chunk.put("documentId", document);
        chunk.put("index", 0);
        chunk.put("endReason", "SessionEnded");
        chunk.put("metadataLocation", RecordingPaths.metadata(base, document));
        chunk.put("contentLocation", RecordingPaths.content(base, document, video));
        chunk.put("deleteLocation", RecordingPaths.document(base, document));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("recordingStorageInfo", Map.of("recordingChunks", List.of(chunk)));
        data.put("recordingStartTime", recording.startedAt().toString());
        data.put("recordingDurationMs", recording.length(recording.endedAt()).toMillis());
        data.put("sessionEndReason", recording.endReason());
        data.put("recordingContentType", capital(recording.settings().contentName()));
        data.put("recordingChannelType", capital(recording.settings().channelName()));
        data.put("recordingFormatType", capital(recording.settings().format().wireName()));
        return new Effect.GridEvent(
                ready.callId(),
                "RecordingFileStatusUpdated",
                "/recording/call/" + ready.callId() + "/serverCallId/" + ready.serverCallId() + "/recordingId/"
                        + recording.id(),
                ready.time(),
                data);
    }

    /** Event Grid writes these names with a capital letter, the REST API does not. */
    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
