package dev.callautomation.camel.docs;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.operation.CallAutomationOperation;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything there is has its place on the pages, and what the pages name is there. */
class CoverageTest {

    private static final List<Page> PAGES = Page.ALL;
    /** What needs of operations name beside options: where these come from. */
    private static final Set<String> OTHER_WORDS = Set.of("IncomingCall", "addParticipant");

    private static final Pattern HEADER = Pattern.compile("CamelCallAutomation\\w+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)|xref:([^\\[#]+)");
    private static final Pattern PROPERTY = Pattern.compile("camel\\.component\\.callautomation\\.(\\w+)");

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"events", "dispatch"})
    void anOperationIsDescribed(CallAutomationOperation operation) {
        String section = Page.COMPONENT.section(operation.name());
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
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"events", "dispatch"})
    void theBodyOfAnOperationHasTheMembersOfItsRequest(CallAutomationOperation operation) throws Exception {
        List<String> names =
                row(Page.COMPONENT.section(operation.name()), "Body").toList();
        if (names.isEmpty()) {
            assertThat(Page.COMPONENT.section(operation.name())).contains("| Body | not read");
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
    void anEventIsDescribedWithItsMembers(Class<?> event) {
        Matcher row = Pattern.compile("^\\| `" + event.getSimpleName() + "` \\| .*$", Pattern.MULTILINE)
                .matcher(Page.COMPONENT.section("The events"));
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
                .map(match -> match.group(1))
                .filter(name -> !catalog.get("componentProperties").has(name))
                .forEach(unknown::add);
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void linksOfAPageLeadToFiles(Page page) {
        LINK.matcher(page.text())
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .forEach(link -> assertThat(Files.exists(page.path().resolveSibling(link)))
                        .as(link)
                        .isTrue());
    }
}
