package dev.callautomation.camel.springboot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The name of an option, or of a property of an object that is one.
 *
 * @param option the option
 * @param member path below the option, such as {@code keyManagers.keyPassword}; empty for the option itself
 * @param name   name of the property, in the form in which it is read
 */
record OptionName(ComponentOption option, String member, ConfigurationPropertyName name) {

    private static final int DEPTH = ComponentOption.PREFIX.getNumberOfElements();

    /**
     * What a property below the prefix sets; empty if it names no option.
     *
     * @param variable whether it is an environment variable: in its name an underscore separates words as well as levels
     */
    static Optional<OptionName> of(List<ComponentOption> options, ConfigurationPropertyName name, boolean variable) {
        return options.stream()
                .flatMap(option -> of(option, name, variable).stream())
                // the variable RELAY_TO_URI is an option, not a property of the option relay
                .max(Comparator.comparingInt(found -> found.option().uniform().length()));
    }

    private static Optional<OptionName> of(ComponentOption option, ConfigurationPropertyName name, boolean variable) {
        int end = end(option, name, variable);
        if (end < 0 || end < name.getNumberOfElements() && !option.isObject()) {
            return Optional.empty();
        }
        ConfigurationPropertyName own = option.property();
        return Optional.of(new OptionName(
                option,
                IntStream.range(end, name.getNumberOfElements())
                        .mapToObj(index -> member(option, name.getElement(index, Form.ORIGINAL)))
                        .collect(Collectors.joining(".")),
                end == name.getNumberOfElements() ? own : own.append(name.subName(end))));
    }

    /** Index after the elements that name the option; -1 if there are none. */
    private static int end(ComponentOption option, ConfigurationPropertyName name, boolean variable) {
        if (name.getElement(DEPTH, Form.UNIFORM).equals(option.uniform())) {
            return DEPTH + 1;
        }
        List<String> words = Arrays.asList(option.property()
                .getLastElement(Form.DASHED)
                .toLowerCase(Locale.ROOT)
                .split("-"));
        int end = DEPTH + words.size();
        return variable && end <= name.getNumberOfElements() && words.equals(elements(name, end)) ? end : -1;
    }

    private static List<String> elements(ConfigurationPropertyName name, int end) {
        return IntStream.range(DEPTH, end)
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .toList();
    }

    private static String member(ComponentOption option, String element) {
        return option.isMap() ? element : StringHelper.dashToCamelCase(element);
    }
}
