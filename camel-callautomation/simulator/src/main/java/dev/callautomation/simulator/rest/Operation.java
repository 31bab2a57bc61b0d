package dev.callautomation.simulator.rest;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpMethod;

/** One operation of the REST API. */
abstract class Operation {

    private static final String CALLS = "/calling/callConnections";
    private static final String RECORDINGS = "/calling/recordings";
    private static final String CALL = CALLS + "/(?<call>[^/:?]+)";

    private final String name;
    private final HttpMethod method;
    private final Pattern path;
    private final String ending;
    private final boolean repeatable;

    private Operation(String name, HttpMethod method, String path, boolean repeatable) {
        this.name = name;
        this.method = method;
        this.path = Pattern.compile(path);
        String end = path.substring(path.lastIndexOf(')') + 1);
        this.ending = end.matches("[\\w/:-]*") ? end : "";
        this.repeatable = repeatable;
    }

    /** An operation of an existing call; {@code suffix} is a regular expression. */
    static String call(String suffix) {
        return CALL + suffix;
    }

    /** An operation that makes or takes a call. */
    static String calls(String suffix) {
        return CALLS + suffix;
    }

    /** An operation that makes a recording. */
    static String recordings() {
        return RECORDINGS;
    }

    /** An operation of an existing recording; {@code suffix} is a regular expression. */
    static String recording(String suffix) {
        return RECORDINGS + "/(?<recording>[^/:?]+)" + suffix;
    }

    /** The service's name of the operation, for example {@code addParticipant}. */
    final String name() {
        return name;
    }

    final HttpMethod method() {
        return method;
    }

    /** Matches the path as sent, not decoded; a group named {@code call} holds the call connection id, one named {@code recording} a recording id. */
    final Pattern path() {
        return path;
    }

    /** Whether the method is right and the path ends as its paths do: a look at most operations, which are others. */
    final boolean mayHandle(HttpMethod requested, String requestPath) {
        return method.equals(requested) && requestPath.endsWith(ending);
    }

    /** Whether Repeatability-Request-ID applies. */
    final boolean repeatable() {
        return repeatable;
    }

    /**
     * Does it.
     *
     * @throws dev.callautomation.simulator.engine.result.ServiceError when the service refuses
     */
    abstract Reply handle(Request request);

    /** A POST, which the service lets clients repeat. */
    abstract static class Action extends Operation {

        Action(String name, String path) {
            super(name, HttpMethod.POST, path, true);
        }
    }

    /** A POST about media, which is executed as often as it comes. */
    abstract static class MediaAction extends Operation {

        MediaAction(String name, String suffix) {
            super(name, HttpMethod.POST, call(suffix), false);
        }
    }

    /** A POST about a recording, which is executed as often as it comes. */
    abstract static class RecordingAction extends Operation {

        RecordingAction(String name, String suffix) {
            super(name, HttpMethod.POST, recording(suffix), false);
        }
    }

    /** A GET. */
    abstract static class Query extends Operation {

        Query(String name, String path) {
            super(name, HttpMethod.GET, path, false);
        }
    }

    /** A DELETE. */
    abstract static class Removal extends Operation {

        Removal(String name, String path) {
            super(name, HttpMethod.DELETE, path, false);
        }
    }
}
