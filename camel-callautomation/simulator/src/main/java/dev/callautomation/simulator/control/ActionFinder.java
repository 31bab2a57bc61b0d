package dev.callautomation.simulator.control;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.http.HttpMethod;

/** Finds the action that a request is for, and the nearest ones when there is none. */
final class ActionFinder {

    private static final int MOST_SUGGESTIONS = 8;

    private final List<ControlAction> actions;

    ActionFinder(List<ControlAction> actions) {
        this.actions = List.copyOf(actions);
    }

    /** All actions of a path, empty when there is none. */
    List<ControlAction> of(String path) {
        List<ControlAction> matching =
                actions.stream().filter(action -> action.path().matches(path)).toList();
        int best = matching.stream()
                .mapToInt(action -> action.path().literalLength())
                .max()
                .orElse(0);
        return matching.stream()
                .filter(action -> action.path().literalLength() == best)
                .toList();
    }

    /** The methods of some actions as the header {@code Allow} has them. */
    static String allow(List<ControlAction> actions) {
        return Stream.concat(
                        actions.stream()
                                .map(action -> action.method().name())
                                .flatMap(method -> "GET".equals(method) ? Stream.of("GET", "HEAD") : Stream.of(method)),
                        Stream.of("OPTIONS"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether a path is the mistyped one of an action that takes this method, and no path of its own. */
    boolean isMistyped(HttpMethod method, String path) {
        // a number has no colon, whereas raw ids may end with one and any word
        boolean action = path.matches(".*/(\\+|%2B)[0-9]*:[^/]*");
        return nearest(path)
                .filter(near -> near.action().method().equals(method))
                .anyMatch(near -> near.distance() <= PathTemplate.TYPING_ERRORS || action);
    }

    /** What may have been meant instead, in a sentence. */
    String suggestions(HttpMethod method, String path) {
        List<Near> near = nearest(path).toList();
        boolean sameMethod =
                near.stream().anyMatch(each -> each.action().method().equals(method));
        String suggested = near.stream()
                .filter(each -> !sameMethod || each.action().method().equals(method))
                .limit(MOST_SUGGESTIONS)
                .map(each -> each.action().method() + " " + each.action().path().correct(path))
                .distinct()
                .collect(Collectors.joining(", "));
        return suggested.isEmpty()
                ? "GET /simulator/ lists all actions."
                : "Did you mean " + suggested + "? GET /simulator/ lists all actions.";
    }

    private Stream<Near> nearest(String path) {
        List<Near> near = actions.stream()
                .filter(action -> !action.path().matches(path))
                .flatMap(action -> action.path().distance(path).stream().mapToObj(d -> new Near(action, d)))
                .sorted(Comparator.comparingInt(Near::distance))
                .toList();
        int limit = near.isEmpty() ? 0 : Math.max(near.get(0).distance(), 1) * 2;
        return near.stream().filter(each -> each.distance() <= limit);
    }

    private record Near(ControlAction action, int distance) {}
}
