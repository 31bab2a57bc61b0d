package dev.callautomation.camel.test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of docs/testing.adoc are those that run here. The system property {@code docs.update=true} writes them to the page. */
class TestingPageTest {

    private static final PageFiles PAGE = PageFiles.of("testing.adoc", "src/(?:main|test)/java/(?<path>\\S+)", "java");
    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern TEST_METHOD = Pattern.compile("^    @Test\n    (?:.*\n)*?    }\n", Pattern.MULTILINE);
    private static final int LINES = 25;

    static Stream<String> files() throws IOException {
        return PAGE.contents().keySet().stream();
    }

    @Test
    void thePageHasARouteAnApplicationAndTests() throws IOException {
        assertThat(files())
                .containsExactly(
                        "com/example/MenuRoute.java",
                        "com/example/MenuApplication.java",
                        "com/example/MenuApplicationTest.java",
                        "com/example/MenuRouteTest.java");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOnThePageIsTheOneThatRuns(String file) throws IOException {
        PAGE.verify(file, Files.readString(SOURCES.resolve(file)));
    }

    /** A line of the scenario is one of a test method. */
    @ParameterizedTest
    @ValueSource(strings = {"MenuApplicationTest", "MenuRouteTest", "ReceptionTest"})
    void aTestOfARouteHasFewLinesBesideItsScenario(String test) throws IOException {
        String source = Files.readString(SOURCES.resolve("com/example/" + test + ".java"));
        String beside = TEST_METHOD.matcher(source).replaceAll("");

        assertThat(beside).doesNotContain("@Test\n").isNotEqualTo(source);
        assertThat(beside.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(LINES);
    }

    @Test
    void theTableOfMethodsIsComplete() throws IOException {
        String page = Files.readString(PAGE.page());

        for (Class<?> type : List.of(CallAutomationSimulator.class, SimulatedPhone.class)) {
            assertThat(Stream.of(type.getDeclaredMethods())
                            .filter(method -> Modifier.isPublic(method.getModifiers()))
                            .map(Method::getName)
                            .filter(name -> !List.of("toString", "id").contains(name)))
                    .allSatisfy(name -> assertThat(page).containsPattern("\\b" + name + "\\b"));
        }
    }
}
