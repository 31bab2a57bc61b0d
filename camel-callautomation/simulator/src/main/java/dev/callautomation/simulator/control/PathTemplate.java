package dev.callautomation.simulator.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.callautomation.simulator.wire.Spelling;

/** A path such as {@code /simulator/phones/{phone}:call}: parameters, and an action at its end. */
final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    /** More letters that differ are another word. */
    static final int TYPING_ERRORS = Spelling.TYPING_ERRORS;

    /** Comes after what differs by some letters only. */
    static final int OTHER_ACTION = 100;

    private static final int OTHER_FOLDER = 50;
    private static final int FAR = 1_000;

    private final String text;
    private final Pattern pattern;

    PathTemplate(String text) {
        this.text = text;
        this.pattern = Pattern.compile(
                Arrays.stream(PARAMETER.split(text, -1)).map(Pattern::quote).collect(Collectors.joining("([^/]+)")));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** The decoded parameters of a path that matches, in their order. */
    List<String> parameters(String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .map(PathTemplate::decoded)
                        .toList()
                : List.of();
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** How much of the path is written out: of two templates that match, the one with more is meant. */
    int literalLength() {
        return PARAMETER.matcher(text).replaceAll("").length();
    }

    /** How far away a path is that may be a mistyped one of this template; empty when it is too far away. */
    OptionalInt distance(String path) {
        String[] wanted = text.split("/");
        String[] given = path.split("/");
        if (wanted.length != given.length) {
            boolean sameEnd = given.length > 2 && Spelling.typingErrors(last(wanted), last(given)) <= TYPING_ERRORS;
            return sameEnd ? OptionalInt.of(OTHER_FOLDER) : OptionalInt.empty();
        }
        int sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += distance(wanted[i], given[i]);
        }
        return sum <= TYPING_ERRORS || sum == OTHER_ACTION ? OptionalInt.of(sum) : OptionalInt.empty();
    }

    /** The path that would have been right, with the parameter of a path that is {@link #distance(String) near}. */
    String correct(String path) {
        String[] wanted = text.split("/");
        String[] given = path.split("/");
        if (distance(path).orElse(FAR) > TYPING_ERRORS) {
            return text;
        }
        for (int i = 0; i < wanted.length; i++) {
            Matcher parameter = PARAMETER.matcher(wanted[i]);
            if (parameter.find()) {
                String value = action(wanted[i]).isEmpty() ? given[i] : withoutAction(given[i]);
                wanted[i] = parameter.replaceFirst(Matcher.quoteReplacement(value));
            }
        }
        return String.join("/", wanted);
    }

    @Override
    public String toString() {
        return text;
    }

    private static int distance(String wanted, String given) {
        if (!PARAMETER.matcher(wanted).lookingAt()) {
            return Spelling.typingErrors(wanted, given);
        }
        Optional<String> action = action(wanted);
        if (action.isEmpty()) {
            return 0;
        }
        int errors = action(given)
                .map(other -> Spelling.typingErrors(action.get(), other))
                .orElse(FAR);
        boolean near = errors <= Math.min(TYPING_ERRORS, action.get().length() / 2);
        return near || errors == FAR ? errors : OTHER_ACTION;
    }

    private static Optional<String> action(String segment) {
        int colon = segment.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(segment.substring(colon + 1));
    }

    private static String withoutAction(String segment) {
        return segment.substring(0, segment.lastIndexOf(':'));
    }

    private static String last(String... segments) {
        return segments[segments.length - 1];
    }
}
