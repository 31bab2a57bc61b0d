package dev.callautomation.examples.camelk;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.ManifestCheck;
import dev.callautomation.examples.manifests.Mistakes;
import dev.callautomation.examples.manifests.SchemaCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests have no mistakes, and mistakes in them are found. */
class ManifestsTest {

    private final Example example = new Example();
    private final ManifestCheck check = new ManifestCheck();

    @Test
    void manifestsHaveNoMistakes() {
        assertThat(check.check(example.manifests())).isEmpty();
    }

    @Test
    void theIntegrationsAsKnativeServicesHaveNoMistakes() {
        List<Manifest> patched = example.manifests().stream()
                .map(manifest -> manifest.kind().equals("Integration") ? manifest.merge(patch("knative")) : manifest)
                .toList();

        assertThat(check.check(patched)).isEmpty();
    }

    @Test
    void thePatchOfTheCatalogHasNoMistakes() {
        assertThat(new SchemaCheck().check(patch("catalog"), "CamelCatalog")).isEmpty();
    }

    @Test
    void thePatchOfTheCatalogNamesWhatTheIntegrationsName() {
        Set<String> named = example.manifests().stream()
                .flatMap(manifest -> manifest.at("/spec/dependencies").valueStream())
                .map(dependency -> dependency.asText())
                .collect(Collectors.toSet());
        String artifact = "/spec/artifacts/camel-callautomation/";

        assertThat(named)
                .contains("mvn:" + patch("catalog").at(artifact + "groupId").asText() + ":"
                        + patch("catalog").at(artifact + "artifactId").asText() + ":"
                        + patch("catalog").at(artifact + "version").asText());
    }

    @Test
    void eachMisspeltMemberIsFound() {
        assertThat(new Mistakes(example.manifests()).misspeltMembersThatPass()).isEmpty();
    }

    @Test
    void eachTextInPlaceOfANumberOrTruthValueIsFound() {
        assertThat(new Mistakes(example.manifests()).textsInPlaceOfOthersThatPass())
                .isEmpty();
    }

    @Test
    void eachListInPlaceOfAnotherValueIsFound() {
        assertThat(new Mistakes(example.manifests()).listsInPlaceOfOthersThatPass())
                .isEmpty();
    }

    private static Manifest patch(String name) {
        return Manifest.read(Path.of("patches", name + ".yaml")).get(0);
    }
}
