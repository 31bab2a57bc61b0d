package dev.callautomation.simulator.recording;

import java.net.URI;

/** Addresses of a recording's documents, with the paths of the service's storage. */
final class RecordingPaths {

    private static final String OBJECTS = "v1/objects/";

    private RecordingPaths() {}

    static URI content(URI base, String documentId, boolean video) {
        return base.resolve(OBJECTS + documentId + "/content/" + (video ? "video" : "audio"));
    }

    static URI metadata(URI base, String documentId) {
        return base.resolve(OBJECTS + documentId + "/content/acsmetadata");
    }

    static URI document(URI base, String documentId) {
        return base.resolve(OBJECTS + documentId);
    }
}
