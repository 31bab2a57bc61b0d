package dev.callautomation.camel.docs;

import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dependencies on the pages. */
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
                    assertThat(ours.group(1))
                            .isIn(
                                    "camel-callautomation",
                                    "camel-callautomation-simulator",
                                    "camel-callautomation-starter",
                                    "camel-callautomation-test");
                    assertThat(ours.group(2)).isIn(version.group(1), "${callautomation.version}");
                });
        assertThat(Page.GETTING_STARTED.text()).contains("<callautomation.version>" + version.group(1) + "<");
        Matcher camel = CAMEL.matcher(rootPom());
        assertThat(camel.find()).isTrue();
        assertThat(Page.GETTING_STARTED.text()).contains(camel.group());
        assertThat(VERSION.matcher(Page.GETTING_STARTED.text()).results()).hasSize(1);
    }
}
