package dev.callautomation.simulator.control;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** Shows recordings and makes them large. */
final class RecordingControls {

    /** One channel of this many days is as much as a WAV file can say it holds. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Controls controls;

    RecordingControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> list(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.recordings(id).forEach(recording -> list.add(describe(recording)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    Future<ControlReply> pad(String id, JsonNode body) {
        JsonNode millis = body.path("millis");
        if (!millis.isIntegralNumber() || millis.asLong() < 1 || millis.asLong() > LONGEST.toMillis()) {
            throw new IllegalArgumentException(
                    "millis is required: how much silence to add, 1 to " + LONGEST.toMillis() + ".");
        }
        Recording recording = controls.padRecording(id, Duration.ofMillis(millis.asLong()));
        return Future.succeededFuture(ControlReply.json(200, describe(recording)));
    }

    private static ObjectNode describe(Recording recording) {
        ObjectNode node = Json.object()
                .put("recordingId", recording.id())
                .put("documentId", recording.documentId())
                .put("state", recording.isOver() ? "ended" : recording.stateName())
                .put("contentType", recording.settings().contentName())
                .put("channelType", recording.settings().channelName())
                .put("format", recording.settings().format().wireName())
                .put("paddingMillis", recording.padding().toMillis());
        Instant startedAt = recording.startedAt();
        if (startedAt != null) {
            node.put("startedAt", EventJson.time(startedAt));
        }
        if (recording.isOver()) {
            node.put("lengthMillis", recording.length(recording.endedAt()).toMillis());
        }
        return node.put("fileDeleted", recording.deleted());
    }
}
