package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.context.support.GenericApplicationContext;
import org.yaml.snakeyaml.Yaml;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationComponentConfigurer;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.model.TeamsPhoneCallDetails;
import dev.callautomation.camel.springboot.InvalidComponentPropertiesException.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Each option of the catalog is set from properties, and read from the component. */
class CatalogPropertiesTest {

    private static final List<ComponentOption> OPTIONS = ComponentOption.all();
    private static final PropertyConfigurerGetter GETTER = new CallAutomationComponentConfigurer();

    private final CallAutomationComponent defaults = new CallAutomationComponent();
    private final Map<String, Object> beans = new LinkedHashMap<>();

    @TestFactory
    List<DynamicTest> eachOptionIsSetInEachSpelling() {
        Map<String, Function<ComponentOption, String>> spellings = Map.of(
                "kebab",
                option -> option.property().toString(),
                "camel",
                option -> ComponentOption.PREFIX + "." + option.name(),
                "underscores",
                option -> option.property().toString().replace('-', '_'),
                "upper",
                option -> ComponentOption.PREFIX + "." + option.name().toUpperCase(Locale.ROOT));
        return spellings.entrySet().stream()
                .map(spelling -> DynamicTest.dynamicTest(spelling.getKey(), () -> verify(spelling.getValue(), false)))
                .toList();
    }

    @Test
    void eachOptionIsSetByAnEnvironmentVariable() {
        verify(option -> variable(option.property().toString().replace("-", "")), true);
        verify(option -> variable(option.property().toString()), true);
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    @Test
    void eachOptionIsSetInAFileOfProperties(@TempDir Path folder) throws IOException {
        Properties properties = new Properties();
        OPTIONS.forEach(option -> properties.setProperty(option.property().toString(), text(option)));
        Path file = folder.resolve("application.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        verify(Map.of("spring.config.location", file.toUri().toString()), Map.of());
    }

    @Test
    void eachOptionIsSetInAFileOfYaml(@TempDir Path folder) throws IOException {
        Map<String, Object> options = new LinkedHashMap<>();
        // numbers and truth values as such, as they are usually written
        OPTIONS.forEach(option -> options.put(
                option.property().getLastElement(Form.DASHED),
                switch (option.kind()) {
                    case "integer" -> Integer.valueOf(text(option));
                    case "boolean" -> Boolean.valueOf(text(option));
                    default -> text(option);
                }));
        Path file = Files.writeString(
                folder.resolve("application.yaml"),
                new Yaml().dump(Map.of("camel", Map.of("component", Map.of("callautomation", options)))));
        verify(Map.of("spring.config.location", file.toUri().toString()), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "abc", "5x", "1.5", "5M", "-5s", "99999999999999999999"})
    void noNumberAndNoDurationIsRead(String text) {
        List<ComponentOption> numbers = OPTIONS.stream()
                .filter(option -> Set.of("integer", "number", "duration").contains(option.kind()))
                .toList();
        Map<String, String> properties = numbers.stream()
                .collect(Collectors.toMap(option -> option.property().toString(), option -> text));

        assertThatThrownBy(() -> PlainApplication.start(properties, Map.of(), this::register))
                .isInstanceOfSatisfying(InvalidComponentPropertiesException.class, e -> assertThat(e.problems())
                        .extracting(Problem::property, Problem::reason)
                        .containsExactlyInAnyOrderElementsOf(numbers.stream()
                                .map(option -> tuple(
                                        option.property().toString(), "'" + text + "' is not " + option.expected()))
                                .toList()));
    }

    @Test
    void spacesAtTheEndOfANumberAreNotRead() {
        try (PlainApplication application = PlainApplication.start("consumer-threads=7 ", "relay-timeout= 7s ")) {
            assertThat(application.component().getConsumerThreads()).isEqualTo(7);
            assertThat(application.component().getRelayTimeout()).isEqualTo(7000);
        }
    }

    private void verify(Function<ComponentOption, String> name, boolean environment) {
        Map<String, String> properties = OPTIONS.stream().collect(Collectors.toMap(name, option -> text(option)));
        verify(environment ? Map.of() : properties, environment ? properties : Map.of());
    }

    private void verify(Map<String, String> properties, Map<String, String> environment) {
        Map<String, Object> expected = new LinkedHashMap<>();
        OPTIONS.forEach(option -> expected.put(option.name(), value(option)));
        try (PlainApplication application = PlainApplication.start(properties, environment, this::register)) {
            CallAutomationComponent component = application.component();
            Map<String, Object> actual = new LinkedHashMap<>();
            OPTIONS.forEach(option -> actual.put(option.name(), GETTER.getOptionValue(component, option.name(), true)));

            assertThat(actual).containsExactlyEntriesOf(expected);
        }
    }

    private void register(GenericApplicationContext context) {
        beans.forEach((name, bean) -> register(context, name, bean));
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(GenericApplicationContext context, String name, T bean) {
        context.registerBean(name, (Class<T>) bean.getClass(), () -> bean);
    }

    private String text(ComponentOption option) {
        return switch (option.kind()) {
            case "string" -> "text of " + option.name();
            case "integer" -> "7";
            case "boolean" -> String.valueOf(!isTrue(option));
            case "duration" -> "7s";
            case "enum" -> last(option).toLowerCase(Locale.ROOT);
            default -> {
                beans.computeIfAbsent(option.name() + "Bean", bean -> bean(option));
                yield "#bean:" + option.name() + "Bean";
            }
        };
    }

    private boolean isTrue(ComponentOption option) {
        return Boolean.TRUE.equals(GETTER.getOptionValue(defaults, option.name(), true));
    }

    private static String last(ComponentOption option) {
        return option.values().get(option.values().size() - 1);
    }

    private Object value(ComponentOption option) {
        Class<?> type = GETTER.getOptionType(option.name(), true) == null
                ? Object.class
                : (Class<?>) GETTER.getOptionType(option.name(), true);
        return switch (option.kind()) {
            case "string" -> text(option);
            case "integer" -> type == long.class || type == Long.class ? (Object) 7L : 7;
            case "boolean" -> !isTrue(option);
            case "duration" -> type == Duration.class ? Duration.ofSeconds(7) : (Object) 7000L;
            case "enum" -> constant(type, last(option));
            default -> beans.get(option.name() + "Bean");
        };
    }

    private static Object constant(Class<?> type, String name) {
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object bean(ComponentOption option) {
        Class<?> type = (Class<?>) GETTER.getOptionType(option.name(), true);
        if (type.isInterface() && type != Map.class) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> "a bean for " + option.name();
                        default -> null;
                    });
        }
        return switch (option.name()) {
            case "configuration" -> new CallAutomationConfiguration();
            case "sslContextParameters" -> new SSLContextParameters();
            case "teamsPhoneCallDetails" ->
                new TeamsPhoneCallDetails(null, null, null, null, null, null, null, null, null);
            default -> Map.of("header", option.name());
        };
    }

    @Test
    void valuesThatAreShownAreNoSecrets() {
        assertThat(OPTIONS)
                .filteredOn(ComponentOption::secret)
                .isNotEmpty()
                .allMatch(option -> option.isText() || option.isObject());
        assertThat(OPTIONS.get(0).property().getElement(0, Form.ORIGINAL)).isEqualTo("camel");
    }
}
