package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A frame of a kind that this version has no record for.
 *
 * @param kind as on the wire
 * @param json the frame as the service sent it; each caller gets a copy
 */
public record UnknownFrame(String kind, @JsonValue ObjectNode json) implements StreamingFrame {

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Omits the content, which may be private. */
    @Override
    public String toString() {
        return "UnknownFrame[kind=" + kind + "]";
    }
}
