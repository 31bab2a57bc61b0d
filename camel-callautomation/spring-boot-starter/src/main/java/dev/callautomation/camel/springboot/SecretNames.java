package dev.callautomation.camel.springboot;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of properties below the prefix of the component whose values must not be shown. */
final class SecretNames {

    private static final String PREFIX = uniform(ComponentOption.PREFIX.toString());

    /** In the properties of objects, such as {@code ssl-context-parameters.key-managers.key-password}. */
    private static final Set<String> WORDS = Set.of("password", "passphrase", "secret", "key");

    private static final Set<String> OPTIONS = ComponentOption.all().stream()
            .filter(ComponentOption::secret)
            .map(option -> uniform(option.name()))
            .collect(Collectors.toUnmodifiableSet());

    private SecretNames() {}

    /** @param name of a property or of an environment variable, in any spelling */
    static boolean isSecret(String name) {
        String uniform = uniform(name);
        if (!uniform.startsWith(PREFIX)) {
            return false;
        }
        String rest = uniform.substring(PREFIX.length());
        return Stream.concat(OPTIONS.stream(), WORDS.stream()).anyMatch(rest::contains);
    }

    private static String uniform(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
