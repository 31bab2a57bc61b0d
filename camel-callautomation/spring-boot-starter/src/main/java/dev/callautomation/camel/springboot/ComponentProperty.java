package dev.callautomation.camel.springboot;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.origin.Origin;

/**
 * A property of the application that sets an option of the component.
 *
 * @param option the option
 * @param member path below the option, such as {@code keyManagers.keyPassword}; empty for the option itself
 * @param key    name of the property
 * @param value  its value; a map for an option that is one
 * @param origin where it is set; {@code null} if not known
 */
record ComponentProperty(ComponentOption option, String member, String key, Object value, Origin origin) {

    private static final Pattern REFERENCE = Pattern.compile("#(bean:|class:|type:|property:|autowired$|valueAs\\().*");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.\\-\\[\\]]+)}");

    /** Options of which a value may have {@code ${...}} that is no placeholder of Spring. */
    private static final Set<String> TEXTS = Set.of("text", "ssml", "choices", "operationContext");

    /** The name of the option as Camel binds it. */
    String path() {
        return member.isEmpty() ? option.name() : option.name() + "." + member;
    }

    /** Whether the value names something in the registry of Camel. A text may begin with #, as the tone does. */
    boolean isReference() {
        return value instanceof String text
                && (REFERENCE.matcher(text).matches() || option.isObject() && text.startsWith("#"));
    }

    /** An environment variable in the value that is not set; other placeholders may have a value later. */
    Optional<String> unsetVariable() {
        return first(VARIABLE);
    }

    /** A property in the value that is not set. */
    Optional<String> unsetPlaceholder() {
        return TEXTS.contains(option.name()) ? Optional.empty() : first(PLACEHOLDER);
    }

    private Optional<String> first(Pattern pattern) {
        return texts().flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .findFirst();
    }

    private Stream<String> texts() {
        Stream<?> values = value instanceof Map<?, ?> map ? map.values().stream() : Stream.of(value);
        return values.filter(String.class::isInstance).map(String.class::cast);
    }

    /** Whether the value is known only once Camel and the web server are started. */
    boolean isLate() {
        return unsetVariable().isEmpty()
                && (option.isObject()
                        || isReference()
                        || value instanceof String text && (text.contains("{{") || text.contains("${")));
    }

    /** Whether neither the value nor a message about it may be shown. */
    boolean isSecret() {
        return option.secret() || SecretNames.isSecret(key);
    }

    /** A text without a value for an option that is not a text leaves the default. */
    boolean isEmpty() {
        return value instanceof String text && text.isBlank() && !option.isText();
    }
}
