package dev.callautomation.camel.docs;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** Dependencies and beans on the pages. */
class ConfigurationTest {

    private static final Pattern OURS = Pattern.compile(
            "<groupId>dev.callautomation</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern VERSION = Pattern.compile("<callautomation.version>([^<]+)<");
    private static final Pattern CAMEL = Pattern.compile("<camel.version>([^<]+)<");

    private static String rootPom() throws Exception {
        return Files.readString(Page.ROOT.resolve("pom.xml"));
    }

    @Test
    void ourArtifactsHaveTheirNamesAndVersion() throws Exception {
        Matcher version = Pattern.compile("</artifactId>\\s*<version>([^<]+)<").matcher(rootPom());
        assertThat(version.find()).isTrue();
        assertThat(Page.allSnippets("xml")
                        .flatMap(snippet -> OURS.matcher(snippet.text()).results()))
                .isNotEmpty()
                .allSatisfy(ours -> {
                    assertThat(ours.group(1)).isIn("camel-callautomation", "camel-callautomation-simulator");
                    assertThat(ours.group(2)).isIn(version.group(1), "${callautomation.version}");
                });
        assertThat(Page.GETTING_STARTED.text()).contains("<callautomation.version>" + version.group(1) + "<");
        Matcher camel = CAMEL.matcher(rootPom());
        assertThat(camel.find()).isTrue();
        assertThat(Page.GETTING_STARTED.text()).contains(camel.group());
        assertThat(VERSION.matcher(Page.GETTING_STARTED.text()).results()).hasSize(1);
    }

    /** Spring itself is not among the tests' libraries: two annotations of its names let the code compile. */
    @Test
    void theBeanForSpringBootMakesAComponentThatReachesTheService(@TempDir Path classes) throws Exception {
        String bean = Page.COMPONENT.snippets("java").stream()
                .map(Snippet::text)
                .filter(text -> text.startsWith("@Bean"))
                .findFirst()
                .orElseThrow();
        ClassLoader loader = JavaSnippets.compile(
                Map.of(
                        "beans.Bean",
                        "package beans; public @interface Bean {}",
                        "beans.Value",
                        "package beans; public @interface Value { String value(); }",
                        "beans.Beans",
                        "package beans; import dev.callautomation.camel.CallAutomationComponent; public class Beans { "
                                + bean.replaceFirst("\nCall", "\npublic Call") + " }"),
                classes);
        Class<?> beans = loader.loadClass("beans.Beans");
        Method method = Stream.of(beans.getDeclaredMethods())
                .filter(candidate -> candidate.getReturnType() == CallAutomationComponent.class)
                .findFirst()
                .orElseThrow();
        assertThat(method.getName()).isEqualTo("callautomation");

        CallAutomationComponent component = (CallAutomationComponent) method.invoke(
                beans.getConstructor().newInstance(),
                "endpoint=https://contoso.example.com/;accesskey=a2V5",
                "https://x",
                "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10",
                "a-secret-of-my-own");
        assertThat(component.getConfiguration().getConnectionString()).contains("contoso");
        assertThat(component.getConfiguration().getCallbackUri()).isEqualTo("https://x");
        assertThat(component.getConfiguration().getResourceId()).startsWith("7f4b7a2e");
        assertThat(component.getConfiguration().getEventGridSecret()).isEqualTo("a-secret-of-my-own");
    }
}
