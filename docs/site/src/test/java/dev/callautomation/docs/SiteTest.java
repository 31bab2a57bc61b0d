package dev.callautomation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** The site of this repository, as the build has made it. */
class SiteTest {

    private static final Path SITE = Path.of(System.getProperty("site.directory"));
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String PREFIX = "window.searchEntries = ";

    /** @see SearchIndex.Entry */
    private record Found(String title, String kind, String trail, String url, String text) {}

    private static List<Found> entries;

    @BeforeAll
    static void readIndex() throws IOException {
        String script = Files.readString(SITE.resolve("assets/search-index.js")).strip();
        assertThat(script).startsWith(PREFIX).endsWith(";");
        JsonNode array = new ObjectMapper().readTree(script.substring(PREFIX.length(), script.length() - 1));
        entries = new ArrayList<>();
        array.forEach(entry -> entries.add(new Found(
                entry.get(0).asText(),
                entry.get(1).asText(),
                entry.get(2).asText(),
                entry.get(3).asText(),
                entry.get(4).asText())));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasWhatBrowsersAndSearchEnginesNeed(Path file) throws IOException {
        Document page = Jsoup.parse(file);

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).contains("Azure Communication Services Call Automation");
        assertThat(page.selectFirst("meta[name=description]").attr("content")).hasSizeGreaterThan(15);
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main, #site-pages")).hasSize(2);
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("script:not([src]), [onclick], [onload], style"))
                .as("inline scripts and styles")
                .isEmpty();
    }

    @Test
    void titlesAreDifferent() throws IOException {
        List<String> titles = new ArrayList<>();
        for (Path page : pages()) {
            titles.add(Jsoup.parse(page).title());
        }
        assertThat(titles).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsToAFileOrAnchorOfTheSite() throws IOException {
        assertThat(LinkChecker.check(SITE)).isEmpty();
    }

    @Test
    void everyOptionAndHeaderIsFoundByItsName() throws IOException {
        JsonNode catalog = new ObjectMapper()
                .readTree(ROOT.resolve("camel-callautomation/component/src/generated/resources/META-INF/"
                                + "dev/callautomation/camel/callautomation.json")
                        .toFile());
        var found = entries.stream().collect(groupingBy(Found::kind, mapping(Found::title, toSet())));

        assertThat(found.get("Option"))
                .containsAll(names(catalog.get("componentProperties")))
                .containsAll(names(catalog.get("properties")));
        assertThat(found.get("Header")).containsAll(names(catalog.get("headers")));
    }

    private static TreeSet<String> names(JsonNode options) {
        TreeSet<String> names = new TreeSet<>();
        options.fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Getting started   | Page    | getting-started.html
            IVR               | Page    | examples/ivr/index.html
            addParticipant    | Section | operations.html#_addparticipant
            RecognizeFailed   | Event   | events.html#_event_types-recognizefailed
            10024             | Subcode | troubleshooting.html#_subcodes-10024
            """)
    void pagesOperationsEventsAndSubcodesAreFound(String title, String kind, String url) {
        assertThat(entries).anySatisfy(entry -> assertThat(List.of(entry.title(), entry.kind(), entry.url()))
                .containsExactly(title, kind, url));
    }

    @Test
    void whatIsFoundExists() throws IOException {
        Map<String, Document> pages = new HashMap<>();
        for (Found entry : entries) {
            String[] url = entry.url().split("#");
            if (!pages.containsKey(url[0])) {
                pages.put(url[0], Jsoup.parse(SITE.resolve(url[0])));
            }
            Document page = pages.get(url[0]);
            assertThat(url.length == 1 || page.getElementById(url[1]) != null)
                    .as(entry.url())
                    .isTrue();
        }
    }

    @Test
    void diagramsAreDrawnWithoutANetwork() throws IOException {
        Document page = Jsoup.parse(SITE.resolve("waiting.html"));

        assertThat(page.select("pre.diagram")).isNotEmpty();
        assertThat(page.select("script[src=assets/mermaid.min.js]")).hasSize(1);
        assertThat(SITE.resolve("assets/mermaid.min.js")).exists();
    }
}
