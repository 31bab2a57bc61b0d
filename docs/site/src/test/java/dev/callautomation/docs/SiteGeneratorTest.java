package dev.callautomation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Mistakes in sources fail the build, with the place of the mistake. */
class SiteGeneratorTest {

    @TempDir
    private Path directory;

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve("repository").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void generate() throws IOException {
        new SiteGenerator(directory.resolve("repository"), directory.resolve("site")).generate("1.0", "4.18.0");
    }

    private void writeIndex() throws IOException {
        write("docs/index.adoc", """
                = Start

                == Learn

                |===
                | Page | Purpose

                | xref:events.adoc[Events] | Types
                | link:../examples/ivr/README.md[IVR] | Menu
                |===
                """);
    }

    @Test
    void brokenReferencesAreReportedWithFileAndLine() throws IOException {
        writeIndex();
        write("examples/ivr/README.md", """
                # IVR

                See [events](../../docs/events.adoc#_types), [rules](../../docs/events.adoc#_rules)
                and [the route](src/main/resources/ivr.camel.yaml).

                ![Phones](phones.png)
                """);
        write("docs/events.adoc", """
                = Events

                See <<_filters>> and xref:missing.adoc[a page].

                == Types
                """);
        write("docs/.keep", "");

        assertThatThrownBy(this::generate)
                .isInstanceOf(SiteException.class)
                .message()
                .contains(
                        "docs/events.adoc:3: #_filters: no such anchor",
                        "docs/events.adoc:3: missing.adoc: no such file",
                        "examples/ivr/README.md:3: ../../docs/events.adoc#_rules: no such anchor",
                        "examples/ivr/README.md:4: src/main/resources/ivr.camel.yaml: no such file",
                        "examples/ivr/README.md:6: phones.png: no such file")
                .doesNotContain("#_types");
    }

    @Test
    void warningsOfAsciidoctorAreReportedWithFileAndLine() throws IOException {
        writeIndex();
        write("examples/ivr/README.md", "# IVR\n");
        write("docs/events.adoc", "= Events\n\n----\nnever closed\n");

        assertThatThrownBy(this::generate)
                .isInstanceOf(SiteException.class)
                .message()
                .contains("docs/events.adoc", "line 3", "unterminated");
    }

    @Test
    void filesThatPagesReferToAreCopiedAndShown() throws IOException {
        writeIndex();
        write("examples/ivr/README.md", "# IVR\n\n[The route](ivr.camel.yaml), [manifests](manifests)\n");
        write("examples/ivr/ivr.camel.yaml", "- route: <1>\n");
        write("docs/events.adoc", "= Events\n\nimage::phone.svg[A phone]\n");
        write("docs/phone.svg", "<svg/>");
        write("examples/ivr/manifests/service.yaml", "kind: Service\n");

        generate();

        Path site = directory.resolve("site");
        assertThat(site.resolve("files/examples/ivr/ivr.camel.yaml")).hasContent("- route: <1>");
        assertThat(site.resolve("source/examples/ivr/ivr.camel.yaml.html"))
                .content()
                .contains("route", "&lt;1&gt;");
        assertThat(site.resolve("files/docs/phone.svg")).exists();
        assertThat(site.resolve("events.html")).content().contains("src=\"files/docs/phone.svg\"");
        assertThat(site.resolve("examples/ivr/index.html"))
                .content()
                .contains("href=\"../../source/examples/ivr/ivr.camel.yaml.html\"");
        assertThat(site.resolve("source/examples/ivr/manifests.html"))
                .content()
                .contains("href=\"manifests/service.yaml.html\"");
        assertThat(site.resolve("source/examples/ivr/manifests/service.yaml.html"))
                .exists();
    }
}
