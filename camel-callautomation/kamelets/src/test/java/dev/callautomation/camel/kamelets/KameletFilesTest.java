package dev.callautomation.camel.kamelets;

import java.util.List;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The files follow the custom resource definition and the conventions of the catalogue. */
class KameletFilesTest {

    private static final KameletSchema SCHEMA = new KameletSchema();
    private static final String GOOD = "callautomation-play-text-action";

    static List<KameletFile> files() {
        return KameletFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileFollowsTheSchema(KameletFile file) {
        assertThat(SCHEMA.problems(file.tree())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileFollowsTheConventions(KameletFile file) {
        assertThat(Conventions.problems(file)).isEmpty();
    }

    static List<KameletFile> filesWithRequiredParameters() {
        return files().stream()
                .filter(file -> file.definition().has("required"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("filesWithRequiredParameters")
    void aRequiredParameterThatIsMissingIsNamedAtStart(KameletFile file) throws Exception {
        String route = file.type().equals("source")
                ? "- from: {uri: 'kamelet:%s', steps: [{to: 'mock:end'}]}"
                : "- from: {uri: 'direct:start', steps: [{to: 'kamelet:%s'}]}";
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("route.yaml", route.formatted(file.name())));
            assertThatThrownBy(context::start)
                    .rootCause()
                    .hasMessage(
                            "Route template " + file.name() + " the following mandatory parameters must be provided: "
                                    + file.definition().at("/required/0").asText());
        }
    }

    @Test
    void titlesAndDescriptionsAreDifferent() {
        assertThat(files()).extracting(file -> file.definition().path("title")).doesNotHaveDuplicates();
        assertThat(files())
                .extracting(file -> file.definition().path("description"))
                .doesNotHaveDuplicates();
    }

    @Test
    void allHaveTheSameIcon() {
        assertThat(files().stream()
                        .map(file -> file.tree().at("/metadata/annotations/camel.apache.org~1kamelet.icon"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theyAreMadeForTheVersionOfCamel() {
        assertThat(files())
                .extracting(file -> file.tree()
                        .at("/metadata/annotations/camel.apache.org~1catalog.version")
                        .asText())
                .containsOnly(new DefaultCamelContext().getVersion());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kamelet.type: "action"    | kamelet.type: action\\nspek: {}    | spek
            definition:               | definitions:                      | definitions
            title: Voice              | titel: Voice                      | titel
            type: boolean             | type: [boolean]                   | array found, string expected
            default: json             | defaults: json                    | defaults
            format: application-json  | formats: application-json         | formats
            dependencies:             | dependencys:                      | dependencys
            template:                 | templates:                        | templates
            - text                    | - [text]                          | array found, string expected
            """)
    void aMistakeInTheStructureIsRefused(String good, String bad, String problem) {
        KameletFile file = changed(good, bad.replace("\\n", "\n"));

        assertThat(SCHEMA.problems(file.tree()))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: "Call Automation Play Text Action"  | titel: Play                       | the title is missing
            Play Text Action"                          | Play Text"                        | does not end with the type
            kamelet.type: "action"                     | kamelet.type: "acton"             | the label of the type
            name: callautomation-play-text-action      | name: callautomation-play-text    | the name differs
            kind: Kamelet                              | kind: Kamlet                      | kind is not Kamelet
            camel.apache.org/kamelet.icon              | camel.apache.org/icon             | kamelet.icon is missing
            camel.apache.org/provider                  | provider                          | provider is missing
            - text                                     | - txt                             | txt is required but not declared
            {{voice}}                                  | {{vioce}}                         | vioce is used but not declared
            {{voice}}                                  | {{target}}                        | voice is declared but not used
            {{voice}}                                  | {{?voice}}                        | voice may be missing
            default: "callParty"                       | example: callParty                | contextHeaders has no default
            title: Voice                               | title: ""                         | voice has no title
            title: Voice                               | title: spoken Voice               | voice has a title with a small initial
            title: Voice                               | title: The Voice                  | voice has a title with an article
            example: "en-US-NancyNeural"               | format: password                  | voice is a secret without a descriptor
            camel:platform-http                        | camel:platform                    | camel:platform-http is missing
            `  labels:`                                | `  nam: x\\n  labels:`             | unknown member nam
            """)
    void aBreachOfConventionsIsRefused(String good, String bad, String problem) {
        KameletFile file = changed(good, bad.replace("\\n", "\n"));

        assertThat(Conventions.problems(file))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static KameletFile changed(String good, String bad) {
        KameletFile file = KameletFile.named(GOOD);
        assertThat(file.text()).contains(good);
        return new KameletFile(file.name(), file.text().replace(good, bad));
    }
}
