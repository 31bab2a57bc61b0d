package dev.callautomation.camel.internal.journal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Replaces what must not be in a file: phone numbers by fictional ones, ids of users by ids without a meaning, secrets and what
 * callers' systems send along by {@code replaced-1}. The same text has the same replacement throughout a file. In doubt, too
 * much is replaced.
 */
final class Replacements {

    private static final long FIRST_NUMBER = 14_255_557_001L;
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;
    private static final int MANY_TONES = 4;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "authorization|cookie|secret|passw(?:or)?d|passphrase|credential|connection[_-]?string|incomingCallContext"
                    + "|access[_-]?key|displayName$|(?:token|signature|sig|sas|pwd|jwt|assertion|key)s?$",
            Pattern.CASE_INSENSITIVE);

    /** Their values come from other systems, and may have anything. */
    private static final Set<String> PRIVATE_OBJECTS =
            Set.of("customContext", "customCallingContext", "sipHeaders", "voipHeaders");

    private static final Pattern WITHOUT_TEXT = Pattern.compile(
            "(?:id|time|date|version|source|subject|context|type|state|location|uri|url|link|etag|endpoint)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern URL_SECRETS =
            Pattern.compile("(?<=://)[^/\\s\"?#@]+(?=@)|(?<=[?&])[^=&#\\s\"<>]+=([^&#\\s\"<>]+)"
                    + "|(?<=\\?)[^=&#\\s\"<>]{8,}(?=[&#\\s\"<>]|$)");

    private static final Pattern PARAMETER =
            Pattern.compile("([\\w.$-]{1,64})(?:=|%3D)([^&;,\\s\"<>]++)", Pattern.CASE_INSENSITIVE);

    /** Of JSON that is text itself, such as an operation context. */
    private static final Pattern NESTED_MEMBER =
            Pattern.compile("([\\w.$-]{1,64})\\\\*\"\\s*+:\\s*+\\\\*\"([^\"\\\\]+)");

    /** What the component adds to an operation context: the context headers have values of the application. */
    private static final Pattern CONTEXT_HEADERS = Pattern.compile("^(~cca1~[^~]*~[^~]*~)([^~]+)");

    private static final Pattern IDENTITY = Pattern.compile("(eyJ[\\w-]{5,}\\.[\\w.-]+)"
            + "|\\b((?:8|28)(?::|%3A)[A-Za-z-]+(?::|%3A))([^\\s,;'\"\\[\\](){}&/?]+)"
            + "|(\\b4(?::|%3A)(?:\\+|%2B)?|\\+|%2B)(\\d{5,15})(?!\\d)");

    private static final Pattern NUMBER_IN_TEXT =
            Pattern.compile("(?<![\\w+%.-])\\+?\\(?\\d(?:[ ().-]{0,3}\\d){6,18}(?![\\w-])");

    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> users = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();

    /** A copy of a document. */
    JsonNode in(JsonNode node) {
        return in("", node, false);
    }

    /** The path and query of a request, or a URL. */
    String path(String path) {
        return text("uri", path);
    }

    /** @param secret whether all texts within are replaced */
    private JsonNode in(String name, JsonNode node, boolean secret) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                String key = member.getKey();
                copy.set(text("", key), in(key, member.getValue(), secret || PRIVATE_OBJECTS.contains(key)));
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            return in(name, array, secret);
        }
        if (secret && node.isValueNode() && !node.isNull()) {
            return JsonNodeFactory.instance.textNode(secret(node.asText()));
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(text(name, node.textValue())) : node;
    }

    private ArrayNode in(String name, ArrayNode array, boolean secret) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        // a card number or a PIN; a choice of a menu is shorter
        boolean digits = name.equals("tones") && array.size() >= MANY_TONES;
        for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
            JsonNode element = elements.next();
            copy.add(digits ? JsonNodeFactory.instance.textNode("zero") : in(name, element, secret));
        }
        return copy;
    }

    private String text(String name, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (isSecret(name)) {
            return secret(text);
        }
        if (name.equals("userId")) {
            return user(text);
        }
        String result = replace(CONTEXT_HEADERS, text, found -> found.group(1) + secret(found.group(2)));
        result = replace(URL_SECRETS, result, this::ofUrl);
        result = replace(PARAMETER, result, this::parameter);
        result = replace(NESTED_MEMBER, result, this::parameter);
        result = replace(IDENTITY, result, this::identity);
        return WITHOUT_TEXT.matcher(name).find() ? result : replace(NUMBER_IN_TEXT, result, this::numberInText);
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    private String ofUrl(MatchResult found) {
        return found.group(1) == null
                ? secret(found.group())
                : found.group().substring(0, found.start(1) - found.start()) + secret(found.group(1));
    }

    private String parameter(MatchResult found) {
        return isSecret(found.group(1)) && !found.group(2).matches("replaced-\\d+")
                ? found.group().substring(0, found.start(2) - found.start()) + secret(found.group(2))
                : found.group();
    }

    private String identity(MatchResult found) {
        if (found.group(1) != null) {
            return secret(found.group(1));
        }
        return found.group(2) != null ? found.group(2) + user(found.group(3)) : found.group(4) + number(found.group(5));
    }

    private String numberInText(MatchResult found) {
        String digits = found.group().replaceAll("\\D", "");
        boolean fictional = numbers.containsValue(digits);
        return fictional || digits.length() < SHORTEST_NUMBER || digits.length() > LONGEST_NUMBER + 4
                ? found.group()
                : (found.group().startsWith("+") ? "+" : "") + number(digits);
    }

    private String number(String digits) {
        return numbers.computeIfAbsent(digits, any -> String.valueOf(FIRST_NUMBER + numbers.size()));
    }

    private String user(String id) {
        return users.computeIfAbsent(id, any -> "00000000-0000-0000-0000-%012d".formatted(users.size() + 1));
    }

    private String secret(String text) {
        return secrets.computeIfAbsent(text, any -> "replaced-" + (secrets.size() + 1));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }
}
