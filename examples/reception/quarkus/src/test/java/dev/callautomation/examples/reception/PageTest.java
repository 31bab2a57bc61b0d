package dev.callautomation.examples.reception;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The section "Quarkus" of the page of the component shows what this application uses. */
class PageTest {

    private static final Path PAGE = Path.of("../../../docs/callautomation-component.adoc");
    private static final Pattern SECTION = Pattern.compile("^=== Quarkus$(.*?)^=", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("<((?:camel-)?quarkus\\.version)>([^<]+)<");

    @Test
    void dependenciesAreThoseOfTheExample() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher version = VERSION.matcher(pom);
        String resolved = pom;
        while (version.find()) {
            resolved = resolved.replace("${" + version.group(1) + "}", version.group(2));
        }

        assertThat(elements(resolved)).containsAll(elements(snippet("xml")));
    }

    /** The name, type and version of each dependency; those of this repository are managed by its parent. */
    private static List<String> elements(String xml) {
        return Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(dependency -> dependency.group(1).replaceAll("\\s+", ""))
                .map(dependency -> dependency.replace("<version>0.1.0-SNAPSHOT</version>", ""))
                .toList();
    }

    @Test
    void propertiesAreThoseOfTheExample() throws Exception {
        Stream<String> lines = snippet("properties").strip().lines();

        assertThat(Files.readAllLines(Path.of("src/main/resources/application.properties")))
                .containsAll(lines.toList());
    }

    private static String snippet(String language) throws Exception {
        Matcher section = SECTION.matcher(Files.readString(PAGE));
        assertThat(section.find()).isTrue();
        Matcher snippet = Pattern.compile("\\[source," + language + "]\n----\n(.*?)----\n", Pattern.DOTALL)
                .matcher(section.group(1));
        assertThat(snippet.find()).isTrue();
        return snippet.group(1);
    }
}
