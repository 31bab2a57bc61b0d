package dev.callautomation.camel.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of docs/spring-boot.adoc are those of {@code org.example.reception}, whose own test runs here. The system property
 * {@code docs.update=true} writes them to the page.
 */
class SpringBootPageTest {

    private static final PageFiles PAGE = PageFiles.of("spring-boot.adoc", "(?<path>pom.xml|src/\\S+)", "\\w+");

    private static Path tested(String file) {
        return Path.of("src/test")
                .resolve(
                        file.endsWith(".java")
                                ? file.replaceFirst("src/(main|test)/", "")
                                : "resources/spring-boot-page/" + Path.of(file).getFileName());
    }

    static Stream<String> files() throws IOException {
        return PAGE.contents().keySet().stream();
    }

    @Test
    void thePageHasAllFilesOfAProject() throws IOException {
        assertThat(files())
                .containsExactly(
                        "pom.xml",
                        "src/main/resources/application.properties",
                        "src/main/java/org/example/reception/ReceptionApplication.java",
                        "src/main/java/org/example/reception/ReceptionRoute.java",
                        "src/test/java/org/example/reception/ReceptionTest.java");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOnThePageIsTheOneThatRuns(String file) throws IOException {
        PAGE.verify(file, Files.readString(tested(file)));
    }

    /** Versions of the project are those that this build tests. */
    @ParameterizedTest
    @CsvSource({"camel.version, camel-spring-boot-bom", "spring-boot.version, spring-boot-starter-parent"})
    void aVersionIsTheTestedOne(String property, String artifact) throws IOException {
        String version = first("<" + property + ">(.*)</", Files.readString(Path.of("../../pom.xml")));

        assertThat(first(
                        "<artifactId>" + artifact + "</artifactId>\\s*<version>(.*)</",
                        PAGE.contents().get("pom.xml")))
                .isEqualTo(version);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
