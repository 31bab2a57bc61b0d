package dev.callautomation.camel.docs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.CallAutomationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations, events and exceptions are documented, and names on the pages exist. */
class CoverageTest {

    private static final List<Page> PAGES = Page.ALL;
    /** Words in the row "Needs" that are not options, but name where an option comes from. */
    private static final Set<String> OTHER_WORDS = Set.of("IncomingCall", "addParticipant");

    /** Messages of Camel that the page quotes. */
    private static final Set<String> OTHER_SOURCES =
            Set.of("No PlatformHttpEngine created", "No language could be found for: bean");

    private static final Pattern HEADER = Pattern.compile("CamelCallAutomation\\w+");
    private static final Pattern PROPERTY = Pattern.compile("camel\\.component\\.callautomation\\.([\\w-]+)");

    @ParameterizedTest
    @EnumSource
    void anOperationIsDocumented(CallAutomationOperation operation) {
        String section = Page.OPERATIONS.section(operation.name());
        assertThat(section)
                .contains("| Needs |", "| Takes |", "| Body |", "| Result |", "| Events |")
                .contains(".to(\"callautomation:" + operation);
        JsonNode options = Tables.catalog().get("properties");
        assertThat(row(section, "Needs"))
                .filteredOn(name -> !OTHER_WORDS.contains(name))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(options.has(name)).as(name).isTrue());
    }

    private static Stream<String> row(String section, String name) {
        Matcher row = Pattern.compile("^\\| " + name + " \\| (.*)$", Pattern.MULTILINE)
                .matcher(section);
        assertThat(row.find()).isTrue();
        return Pattern.compile("`(\\w+)`").matcher(row.group(1)).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @EnumSource
    void theBodyOfAnOperationIsDocumentedWithItsMembers(CallAutomationOperation operation) throws Exception {
        List<String> names =
                row(Page.OPERATIONS.section(operation.name()), "Body").toList();
        if (names.isEmpty()) {
            assertThat(Page.OPERATIONS.section(operation.name())).contains("| Body | not read");
            return;
        }
        Class<?> request = Class.forName("dev.callautomation.camel.model." + names.get(0));
        assertThat(names)
                .contains(Stream.of(request.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                .importPackages("dev.callautomation.camel.event").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(CallAutomationEvent.class))
                        .map(type -> type.reflect());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsDocumentedWithItsMembers(Class<?> event) {
        Matcher row = Pattern.compile("^\\| `" + event.getSimpleName() + "` \\| .*$", Pattern.MULTILINE)
                .matcher(Page.EVENTS.section("Event types"));
        assertThat(row.find()).as("a row for %s", event.getSimpleName()).isTrue();
        for (RecordComponent member : event.getRecordComponents()) {
            if (!member.getName().equals("envelope")) {
                assertThat(row.group()).contains("`" + member.getName() + "`");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void headersAndPropertiesOnAPageExist(Page page) {
        JsonNode catalog = Tables.catalog();
        Set<String> unknown = new TreeSet<>();
        HEADER.matcher(page.text())
                .results()
                .map(match -> match.group())
                .filter(name -> !catalog.get("headers").has(name))
                .forEach(unknown::add);
        PROPERTY.matcher(page.text())
                .results()
                // with dashes in Spring Boot
                .map(match -> StringHelper.dashToCamelCase(match.group(1)))
                .filter(name -> !catalog.get("componentProperties").has(name))
                // of the starter itself
                .filter(name -> !name.equals("enabled"))
                .forEach(unknown::add);
        assertThat(unknown).isEmpty();
    }

    static Stream<Class<?>> exceptions() {
        return new ClassFileImporter()
                .importPackages("dev.callautomation.camel").stream()
                        .filter(type -> type.isAssignableTo(CallAutomationException.class))
                        .map(type -> type.reflect());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionIsDocumentedWithItsAccessors(Class<?> exception) {
        Matcher row = Pattern.compile("^\\| `" + exception.getSimpleName() + "` \\| .*$", Pattern.MULTILINE)
                .matcher(Page.TROUBLESHOOTING.section("Exceptions"));
        assertThat(row.find()).as("a row for %s", exception.getSimpleName()).isTrue();
        assertThat(exception.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && !overrides(method, exception))
                .allSatisfy(method -> assertThat(row.group()).contains("`" + method.getName() + "()`"));
    }

    private static boolean overrides(Method method, Class<?> exception) {
        return exception != CallAutomationException.class
                && Stream.of(CallAutomationException.class.getDeclaredMethods())
                        .anyMatch(accessor -> accessor.getName().equals(method.getName()));
    }

    @Test
    void everyPackageIsInTheArchitecture() {
        Set<String> packages = new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .map(type -> type.getPackageName())
                        .map(name -> name.replaceFirst("^dev\\.callautomation\\.camel(?=\\.)", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE)
                        .matcher(Page.ARCHITECTURE.section("Packages"))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    /** Messages are quoted in the first column; dots stand for what varies. */
    @Test
    void messagesThatThePageQuotesAreInTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String module : List.of("component", "spring-boot-starter")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    code.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", ""));
                }
            }
        }
        String symptoms = Page.TROUBLESHOOTING.section("Symptoms");
        assertThat(Pattern.compile("^\\| (?:\\w+: )?`\\+?([^`]+ [^`]+?)\\+?`[^`|]*\\|", Pattern.MULTILINE)
                        .matcher(symptoms)
                        .results()
                        .map(message -> message.group(1))
                        .filter(message -> !message.startsWith("az ") && !OTHER_SOURCES.contains(message))
                        .flatMap(message -> Stream.of(message.split("\\.\\.\\.")))
                        .map(String::trim)
                        .filter(part -> part.length() > 3))
                .hasSizeGreaterThan(10)
                .allSatisfy(part -> assertThat(code).contains(part));
    }
}
