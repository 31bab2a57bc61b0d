package dev.callautomation.camel.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what a request leaves out. */
final class Defaults {

    private Defaults() {}

    /**
     * @param path a member that no layer may have given, as a path with dots
     */
    static void set(ObjectNode request, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            if (!request.hasNonNull(path)) {
                request.set(path, Json.REQUESTS.valueToTree(value));
            }
            return;
        }
        String name = path.substring(0, dot);
        JsonNode child = request.hasNonNull(name) ? request.get(name) : request.putObject(name);
        // anything but an object is a mistake that binding the request tells
        if (child instanceof ObjectNode object) {
            set(object, path.substring(dot + 1), value);
        }
    }
}
