package dev.callautomation.camel.internal.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the resources of the REST API. */
final class Paths {

    static final String CALLS = "/calling/callConnections";

    static final String RECORDINGS = "/calling/recordings";

    private Paths() {}

    /** The path of the call connection, whose id is required. */
    static String call(OperationInputs inputs) {
        return CALLS + "/" + segment(inputs.required(Inputs.CALL_CONNECTION_ID));
    }

    /** The path of the recording, whose id is required. */
    static String recording(OperationInputs inputs) {
        return RECORDINGS + "/" + segment(inputs.required(Inputs.RECORDING_ID));
    }

    static String segment(String text) {
        return isUnreserved(text) ? text : encode(text);
    }

    /** As all ids of the service are. */
    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
