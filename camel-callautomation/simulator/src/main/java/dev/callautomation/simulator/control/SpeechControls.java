package dev.callautomation.simulator.control;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.Json;

/** Presses keys of phones and speaks into them. */
final class SpeechControls {

    private final Controls controls;

    SpeechControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> press(String id, JsonNode body) {
        JsonNode tones = body.path("tones");
        List<Tone> pressed = new ArrayList<>();
        if (tones.isTextual()) {
            pressed.addAll(Tone.sequence(tones.asText()));
        }
        tones.forEach(tone -> pressed.addAll(Tone.sequence(tone.asText())));
        if (pressed.isEmpty()) {
            throw new IllegalArgumentException(
                    "tones must name at least one key: [\"one\",\"pound\"] or \"1#\" for example.");
        }
        return done(controls.press(Identifier.of(id), pressed));
    }

    Future<ControlReply> say(String id, JsonNode body) {
        if (!body.path("text").isTextual()) {
            throw new IllegalArgumentException("text is required: what is said, empty for a soundEvent.");
        }
        JsonNode confidence = body.path("confidence");
        if (body.hasNonNull("confidence") && !confidence.isNumber()) {
            throw new IllegalArgumentException("confidence must be a number between 0 and 1.");
        }
        return done(controls.say(
                Identifier.of(id), new Utterance(body.get("text").asText(), confidence.asDouble(Utterance.CLEAR))));
    }

    private static Future<ControlReply> done(String callId) {
        return Future.succeededFuture(ControlReply.json(200, Json.object().put("callId", callId)));
    }
}
