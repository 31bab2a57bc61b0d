package dev.callautomation.examples.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.ManifestCheck;
import dev.callautomation.examples.manifests.Mistakes;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests have no mistakes, agree with the applications, and mistakes in them are found. */
class ManifestsTest {

    private static final Path FOLDER = Path.of("..");
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private final List<Manifest> manifests = Manifest.in(FOLDER);

    @Test
    void manifestsHaveNoMistakes() {
        assertThat(new ManifestCheck().check(manifests)).isEmpty();
    }

    @Test
    void eachMisspeltMemberIsFound() {
        assertThat(new Mistakes(manifests).misspeltMembersThatPass()).isEmpty();
    }

    @Test
    void eachTextInPlaceOfANumberOrTruthValueIsFound() {
        assertThat(new Mistakes(manifests).textsInPlaceOfOthersThatPass()).isEmpty();
    }

    @Test
    void eachListInPlaceOfAnotherValueIsFound() {
        assertThat(new Mistakes(manifests).listsInPlaceOfOthersThatPass()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reception, camel-main", "reception-spring-boot, spring-boot"})
    void containersHaveTheVariablesThatTheApplicationNames(String name, String module) throws IOException {
        Set<String> named = Pattern.compile("[{][{]?([A-Z_]+)}")
                .matcher(properties(module))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> given = new TreeSet<>();
        deployment(name)
                .at(CONTAINER + "/env")
                .forEach(variable -> given.add(variable.path("name").asText()));
        given.remove("JAVA_TOOL_OPTIONS");
        manifests.stream()
                .filter(manifest -> manifest.kind().equals("ConfigMap"))
                .forEach(settings -> settings.at("/data").fieldNames().forEachRemaining(given::add));

        assertThat(given).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"reception, camel-main", "reception-spring-boot, spring-boot"})
    void deploymentsAgreeWithTheirApplications(String name, String module) throws IOException {
        assertThat(new ManifestCheck().checkApplication(manifests, name, properties(module)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reception, camel-main", "reception-spring-boot, spring-boot"})
    void imagesAreBuiltFromTheJarAndRunAsTheUserOfThePod(String name, String module) throws IOException {
        String dockerfile = Files.readString(FOLDER.resolve(module).resolve("Dockerfile"));
        String pom = Files.readString(FOLDER.resolve(module).resolve("pom.xml"));
        String jar = "kubernetes-" + module;

        assertThat(pom).contains("<finalName>" + jar + "</finalName>");
        assertThat(dockerfile)
                .contains("COPY target/" + jar + ".jar ")
                .contains(deployment(name).at(CONTAINER + "/image").asText())
                .contains("USER "
                        + deployment(name)
                                .at("/spec/template/spec/securityContext/runAsUser")
                                .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel-main", "spring-boot"})
    void propertiesOfCamelExist(String module) throws IOException {
        assertThat(new ManifestCheck().checkProperties(properties(module))).isEmpty();
    }

    private Manifest deployment(String name) {
        return manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals("Deployment") && manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String properties(String module) throws IOException {
        return Files.readString(FOLDER.resolve(module).resolve("src/main/resources/application.properties"));
    }
}
