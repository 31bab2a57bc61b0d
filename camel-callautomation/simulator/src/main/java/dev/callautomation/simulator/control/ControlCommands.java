package dev.callautomation.simulator.control;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.wire.Json;

/** The actions of the control API for callers in this process, by the ids of their operations. */
public final class ControlCommands {

    private final Map<String, ControlAction.Handler> handlers;

    public ControlCommands(Controls controls) {
        this.handlers = ControlAction.handlers(controls);
    }

    /**
     * Does what a request would do.
     *
     * @param operation an operation id of the description, for example {@code pressKeys}
     * @param id what the path has, {@code null} for none
     * @return the body of the answer, a missing node for none
     * @throws RuntimeException when it cannot be done; the message says why
     */
    public Future<JsonNode> run(String operation, String id, JsonNode body) {
        return handlers.get(operation).handle(id, body).map(ControlCommands::json);
    }

    private static JsonNode json(ControlReply reply) {
        try {
            return Json.read(reply.body() == null ? new byte[0] : reply.body());
        } catch (IOException e) {
            throw new IllegalStateException("An answer of the control API is not JSON", e);
        }
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong. */
    public static void checkFault(JsonNode fault) {
        FaultJson.read(fault).check();
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong. */
    public static void checkSubscription(JsonNode subscription) {
        SubscriptionControls.subscription(subscription);
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong with what a phone does by itself. */
    public static void checkReaction(JsonNode reaction) {
        PhoneScripts.reaction(reaction);
        if (reaction.has("press")) {
            checkTones(reaction.get("press"));
        }
    }

    /** Throws {@link IllegalArgumentException} saying which key there is not. */
    public static void checkTones(JsonNode tones) {
        if (tones.isTextual()) {
            Tone.sequence(tones.asText());
        }
        tones.forEach(tone -> Tone.sequence(tone.asText()));
    }
}
