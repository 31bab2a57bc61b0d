package dev.callautomation.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between the pages, the README files and other files lead to files and headings that exist. */
class LinksTest {

    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern ASCIIDOC_LINK =
            Pattern.compile("(?:xref:|link:|image::)(?!https?:)([^\\[#\\s]*)(?:#([^\\[\\s]+))?\\[");
    private static final Pattern ASCIIDOC_REFERENCE = Pattern.compile("<<([^,>]+)(?:,[^>]*)?>>");
    private static final Pattern EXPLICIT = Pattern.compile("^\\[(?:#|\\[)([\\w-]+)]{1,2}$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^( *)```.*?^\\1```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LISTING = Pattern.compile("^----$.*?^----$", Pattern.DOTALL | Pattern.MULTILINE);

    private record Link(Path file, String anchor) {}

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Page.README.path()));
        for (String directory : List.of("docs", "examples", ".github")) {
            if (Files.isDirectory(Page.ROOT.resolve(directory))) {
                try (Stream<Path> found = Files.walk(Page.ROOT.resolve(directory))) {
                    found.filter(file -> file.toString().matches(".*\\.(adoc|md)")
                                    && !file.toString().contains("/target/"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void linksLeadToFilesAndHeadings(Path file) throws IOException {
        assertThat(links(file)).allSatisfy(link -> {
            assertThat(link.file()).exists();
            if (link.anchor() != null) {
                assertThat(anchors(link.file())).as(link.file().toString()).contains(link.anchor());
            }
        });
    }

    @Test
    void everyPageIsReachedFromTheReadme() throws IOException {
        Set<Path> reached = new HashSet<>();
        Page.README
                .text()
                .lines()
                .flatMap(line -> MARKDOWN_LINK.matcher(line).results())
                .forEach(link -> reached.add(Page.ROOT.resolve(link.group(1)).normalize()));
        try (Stream<Path> pages = Files.list(Page.ROOT.resolve("docs"))) {
            assertThat(reached).containsAll(pages.filter(Files::isRegularFile).toList());
        }
    }

    private static List<Link> links(Path file) throws IOException {
        List<Link> links = new ArrayList<>();
        String text = prose(file);
        Pattern pattern = isMarkdown(file) ? MARKDOWN_LINK : ASCIIDOC_LINK;
        pattern.matcher(text).results().forEach(link -> links.add(new Link(target(file, link), link.group(2))));
        if (!isMarkdown(file)) {
            ASCIIDOC_REFERENCE
                    .matcher(text)
                    .results()
                    .forEach(reference -> links.add(new Link(file, reference.group(1))));
        }
        return links;
    }

    private static Path target(Path file, MatchResult link) {
        return link.group(1).isEmpty()
                ? file
                : file.resolveSibling(link.group(1)).normalize();
    }

    private static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }

    private static String prose(Path file) throws IOException {
        String text = Files.readString(file);
        return (isMarkdown(file) ? CODE : LISTING).matcher(text).replaceAll("");
    }

    /** The ids that GitHub and Asciidoctor give to headings, and the titles, by which AsciiDoc can refer to them, too. */
    private static Set<String> anchors(Path file) throws IOException {
        Set<String> anchors = new HashSet<>();
        EXPLICIT.matcher(prose(file)).results().map(match -> match.group(1)).forEach(anchors::add);
        Pattern heading = Pattern.compile(isMarkdown(file) ? "^#+ (.+)$" : "^=+ (.+)$", Pattern.MULTILINE);
        heading.matcher(prose(file)).results().map(match -> match.group(1)).forEach(title -> {
            String id = title.toLowerCase(Locale.ROOT).replaceAll("[^\\w .-]", "");
            if (isMarkdown(file)) {
                anchors.add(id.replace(".", "").replace(' ', '-'));
            } else {
                anchors.add("_" + id.replaceAll("[ .-]+", "_").replaceAll("_+$", ""));
                anchors.add(title);
            }
        });
        return anchors;
    }
}
