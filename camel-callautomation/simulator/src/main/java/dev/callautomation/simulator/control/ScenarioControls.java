package dev.callautomation.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.wire.Json;

/** Plays scenarios and shows how they are written. */
final class ScenarioControls {

    private static final String SCHEMA = "/dev/callautomation/simulator/scenario/scenario.schema.json";

    private final Controls controls;

    ScenarioControls(Controls controls) {
        this.controls = controls;
    }

    /** Answers when the scenario is over. */
    Future<ControlReply> run(String id, JsonNode body) {
        JsonNode scenario = body.path("scenario");
        if (!scenario.isTextual() && !scenario.isObject()) {
            throw new IllegalArgumentException("scenario is required: the text of a file, or its JSON.");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        body.path("variables")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        // JSON is YAML
        String yaml = scenario.isTextual()
                ? scenario.asText()
                : new String(Json.writePlain(scenario), StandardCharsets.UTF_8);
        return controls.playScenario(body.path("file").asText("scenario"), yaml, variables)
                .map(report -> ControlReply.json(200, report));
    }

    Future<ControlReply> schema(String id, JsonNode body) {
        try (InputStream in = ScenarioControls.class.getResourceAsStream(SCHEMA)) {
            return Future.succeededFuture(new ControlReply(200, "application/schema+json", in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("The schema of scenarios cannot be read", e);
        }
    }
}
