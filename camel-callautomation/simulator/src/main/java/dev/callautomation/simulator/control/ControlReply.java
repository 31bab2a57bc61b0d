package dev.callautomation.simulator.control;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.wire.Json;

/** What a control call answers; {@code body} is {@code null} for none. */
record ControlReply(int status, String contentType, byte[] body) {

    static ControlReply json(int status, JsonNode body) {
        return new ControlReply(status, "application/json; charset=utf-8", Json.writePlain(body));
    }

    static ControlReply text(String text) {
        return new ControlReply(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static ControlReply yaml(String text) {
        return new ControlReply(200, "application/yaml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static ControlReply none() {
        return new ControlReply(204, null, null);
    }
}
