package dev.callautomation.simulator.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.wire.Json;

/**
 * A request of the REST API that was received, also one that a fault ends. Retries are requests of their own.
 *
 * @param operation the service's name of the operation, for example {@code transferToParticipant}
 * @param callId the simulated call, {@code null} for a request that concerns none, such as a refused createCall
 * @param callConnectionId the call connection, {@code null} when there is none
 * @param status of the response; when a fault closes the connection instead, of the response that is not sent
 * @param json the body as text, empty for a request without one; may hold an incoming call context
 */
public record ReceivedRequest(String operation, String callId, String callConnectionId, int status, String json) {

    /** The body, an empty object for a request without one. */
    public JsonNode body() {
        try {
            return json.isEmpty() ? Json.object() : Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The body of " + operation + " is not JSON", e);
        }
    }

    /**
     * A member of the body as text, {@code null} when there is none.
     *
     * @param path names of members, and indexes of arrays, with slashes between them: {@code target/phoneNumber/value}
     */
    public String text(String path) {
        return body().at("/" + path).asText(null);
    }

    /** Leaves out the body: it may hold an incoming call context. */
    @Override
    public String toString() {
        return "ReceivedRequest[" + operation + " -> " + status + ", callConnectionId=" + callConnectionId + "]";
    }
}
