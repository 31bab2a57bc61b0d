package dev.callautomation.camel.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets members that a request does not have. */
final class Defaults {

    private Defaults() {}

    /**
     * @param path the names of the member and of the objects around it, separated by dots
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
        // anything but an object is an error, which binding the request reports
        if (child instanceof ObjectNode object) {
            set(object, path.substring(dot + 1), value);
        }
    }
}
