package dev.callautomation.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.wire.Json;

/**
 * What an operation answers.
 *
 * @param body {@code null} for none
 */
record Reply(int status, ObjectNode body) {

    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    static Reply of(int status) {
        return new Reply(status, null);
    }

    /** Writes it. */
    Future<Void> sendTo(HttpServerResponse response) {
        response.setStatusCode(status);
        if (body == null) {
            return response.end();
        }
        response.putHeader("Content-Type", CONTENT_TYPE);
        return response.end(Buffer.buffer(json()));
    }

    /** The body as it is sent, empty for none. */
    byte[] json() {
        return body == null ? new byte[0] : Json.write(body);
    }

    /** An error in the service's shape. */
    static Reply error(ServiceError error) {
        return error(error.status(), error.code(), error.getMessage());
    }

    static Reply error(int status, String code, String message) {
        return new Reply(status, Json.error(code, message));
    }

    /** {@code name} with this value, left out when there is none. */
    static Reply with(int status, String name, String value) {
        ObjectNode body = Json.object();
        if (value != null) {
            body.put(name, value);
        }
        return new Reply(status, body);
    }
}
