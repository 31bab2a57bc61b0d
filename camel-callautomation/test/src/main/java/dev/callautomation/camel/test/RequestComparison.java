package dev.callautomation.camel.test;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Compares the bodies of a recorded request and of one that was sent.
 *
 * @param ignored names of members that are not compared
 */
record RequestComparison(Set<String> ignored) {

    private static final Pattern REPLACED = Pattern.compile("replaced-\\d+");

    /** In texts, numbers may have had spaces and the like. */
    private static final Pattern REPLACED_IN_TEXT = Pattern.compile("replaced-\\d+|(\\+?14255557\\d{3})(?!\\d)");

    private static final String NUMBER = "[+(]*\\d[\\d ().-]*";
    private static final Set<String> TEXTS = Set.of("text", "ssmlText");
    private static final Pattern OF_COMPONENT = Pattern.compile("~cca1~[^~]*~[^~]*~[^~]*(?:~(.*))?", Pattern.DOTALL);
    private static final int MANY_TONES = 4;

    /** Whether a text is the recorded one, apart from what has been replaced in that. */
    static boolean matches(String recorded, String sent) {
        return matches(REPLACED, recorded, sent);
    }

    private static boolean matches(Pattern replacement, String recorded, String sent) {
        Matcher replaced = replacement.matcher(recorded);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (replaced.find()) {
            pattern.append(Pattern.quote(recorded.substring(end, replaced.start())))
                    .append(replaced.groupCount() > 0 && replaced.group(1) != null ? NUMBER : ".*");
            end = replaced.end();
        }
        pattern.append(Pattern.quote(recorded.substring(end)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(sent).matches();
    }

    /** The first difference; empty if there is none. */
    Optional<String> difference(JsonNode recorded, JsonNode sent) {
        return difference("", "", recorded, sent);
    }

    private Optional<String> difference(String path, String name, JsonNode recorded, JsonNode sent) {
        if (ignored.contains(name)) {
            return Optional.empty();
        }
        if (recorded.isObject() && sent.isObject()) {
            return ofMembers(path, recorded, sent);
        }
        if (recorded.isArray() && sent.isArray() && recorded.size() == sent.size()) {
            return isOfHiddenTones(name, recorded) ? Optional.empty() : ofElements(path, name, recorded, sent);
        }
        return isSame(name, recorded, sent)
                ? Optional.empty()
                : Optional.of(path + " is " + text(sent) + " instead of " + text(recorded));
    }

    private static boolean isSame(String name, JsonNode recorded, JsonNode sent) {
        if (name.equals("operationContext")) {
            return matches(ofApplication(recorded.asText("")), ofApplication(sent.asText("")));
        }
        // what was replaced may have been a number
        return recorded.equals(sent)
                || recorded.isTextual()
                        && sent.isValueNode()
                        && matches(
                                TEXTS.contains(name) ? REPLACED_IN_TEXT : REPLACED,
                                recorded.textValue(),
                                sent.asText());
    }

    private Optional<String> ofMembers(String path, JsonNode recorded, JsonNode sent) {
        Set<String> names = new LinkedHashSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        sent.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .map(name -> difference(
                        path.isEmpty() ? name : path + "/" + name, name, recorded.path(name), sent.path(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> ofElements(String path, String name, JsonNode recorded, JsonNode sent) {
        for (int index = 0; index < recorded.size(); index++) {
            Optional<String> difference = difference(path + "/" + index, name, recorded.get(index), sent.get(index));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean isOfHiddenTones(String name, JsonNode recorded) {
        return name.equals("tones") && recorded.size() >= MANY_TONES;
    }

    /** An operation context without what the component adds. */
    private static String ofApplication(String context) {
        Matcher ofComponent = OF_COMPONENT.matcher(context);
        if (!ofComponent.matches()) {
            return context;
        }
        return ofComponent.group(1) == null ? "" : ofComponent.group(1);
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "missing" : node.toString();
    }
}
