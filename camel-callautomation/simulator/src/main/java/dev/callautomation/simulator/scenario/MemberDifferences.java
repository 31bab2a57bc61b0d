package dev.callautomation.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compares JSON with what is expected of it. Other members are ignored, and so are other elements of a list between
 * those that are expected. In a text, {@code *} stands for any characters; alone, it stands for any value.
 */
final class MemberDifferences {

    private static final String ANY = "*";
    private static final int LONGEST = 200;

    private MemberDifferences() {}

    /**
     * One line for each member that differs, empty when all are as expected.
     *
     * @param shown the same JSON with secrets masked, taken when something differs
     */
    static List<String> between(JsonNode expected, JsonNode actual, Supplier<JsonNode> shown) {
        List<String> lines = new ArrayList<>();
        if (!matches(expected, actual)) {
            compare("", expected, actual, shown.get(), lines);
        }
        return lines;
    }

    /** Whether all members are as expected. */
    static boolean matches(JsonNode expected, JsonNode actual) {
        List<String> lines = new ArrayList<>();
        compare("", expected, actual, actual, lines);
        return lines.isEmpty();
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, JsonNode shown, List<String> lines) {
        if (expected.isMissingNode()) {
            return;
        }
        if (actual.isMissingNode()) {
            lines.add(name(path) + ": expected " + text(expected) + ", but it is missing");
        } else if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                String name = member.getKey();
                compare(path + "/" + name, member.getValue(), actual.path(name), shown.path(name), lines);
            }
        } else if (expected.isArray() && actual.isArray()) {
            compareLists(path, expected, actual, shown, lines);
        } else if (!isSame(expected, actual)) {
            lines.add(name(path) + ": expected " + text(expected) + ", but was " + text(shown));
        }
    }

    private static void compareLists(
            String path, JsonNode expected, JsonNode actual, JsonNode shown, List<String> lines) {
        int next = 0;
        for (int i = 0; i < expected.size(); i++) {
            int found = indexOf(expected.get(i), actual, next);
            if (found < 0 && expected.size() == actual.size()) {
                compare(path + "/" + i, expected.get(i), actual.get(i), shown.path(i), lines);
                return;
            }
            if (found < 0) {
                lines.add(name(path) + ": expected an element " + text(expected.get(i)) + ", but was " + text(shown));
                return;
            }
            next = found + 1;
        }
        if (expected.isEmpty() && !actual.isEmpty()) {
            lines.add(name(path) + ": expected an empty list, but was " + text(shown));
        }
    }

    private static int indexOf(JsonNode expected, JsonNode list, int from) {
        for (int i = from; i < list.size(); i++) {
            if (matches(expected, list.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && ANY.equals(expected.asText())) {
            return !actual.isNull();
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isTextual() && actual.isTextual() && expected.asText().contains(ANY)) {
            return pattern(expected.asText()).matcher(actual.asText()).matches();
        }
        return expected.equals(actual);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static String name(String path) {
        return path.isEmpty() ? "it" : path.substring(1);
    }

    private static String text(JsonNode node) {
        String text = node.isMissingNode() ? "***" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
