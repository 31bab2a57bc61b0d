package dev.callautomation.camel.springboot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths in one form for all their spellings, so that each spelling of the callback path is served, or none. */
final class CallbackPaths {

    private CallbackPaths() {}

    /** Without empty segments, dots and a slash at the end. Not decoded: that is done by the container, once. */
    static String normalized(String path) {
        if (isNormalized(path)) {
            return path;
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Most paths are, and need not be taken apart for each request to the application. */
    private static boolean isNormalized(String path) {
        return path.startsWith("/") && !path.endsWith("/") && !path.contains("//") && !path.contains("/.");
    }

    /** The normalized rest of a path after a prefix such as {@code /api}; empty if it does not start with it. */
    static Optional<String> below(String prefix, String path) {
        String all = normalized(path);
        if (prefix.isEmpty()) {
            return Optional.of(all);
        }
        return all.startsWith(prefix + "/") ? Optional.of(all.substring(prefix.length())) : Optional.empty();
    }
}
