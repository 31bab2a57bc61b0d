package dev.callautomation.camel.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the resources of the REST API are. */
final class Paths {

    static final String CALLS = "/calling/callConnections";

    static final String RECORDINGS = "/calling/recordings";

    private Paths() {}

    /** A call connection's own path, from its required id. */
    static String call(OperationInputs inputs) {
        return CALLS + "/" + segment(inputs.required(Input.callConnectionId));
    }

    /** A recording's own path, from its required id. */
    static String recording(OperationInputs inputs) {
        return RECORDINGS + "/" + segment(inputs.required(Input.recordingId));
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
