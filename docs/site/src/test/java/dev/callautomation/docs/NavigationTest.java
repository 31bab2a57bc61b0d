package dev.callautomation.docs;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import dev.callautomation.docs.Navigation.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NavigationTest {

    private static final String ROW = "<tr><td><a href=%s>%s</a></td><td>%s</td></tr>";

    private static Page page(String source, String html) {
        return new Page(
                source,
                Sources.pageOf(source),
                "",
                Jsoup.parseBodyFragment(html).body());
    }

    private static Page index(String... rows) {
        return page(
                Sources.INDEX,
                "<div class=sect1><h2>Learn</h2><table><tbody>%s</tbody></table></div>"
                        .formatted(String.join("", rows)));
    }

    private static final Page EVENTS = page("docs/events.adoc", "<h1>Events</h1>");
    private static final Page IVR = page("examples/ivr/README.md", "<h1>IVR</h1>");

    @Test
    void aRowOfTheStartPageIsAPage() {
        Page index = index(
                ROW.formatted("events.html", "Events", "Types"),
                ROW.formatted("examples/ivr/index.html", "IVR", "Menu"));

        Navigation navigation = Navigation.read(index);

        assertThat(navigation.groups()).extracting("title").containsExactly("Learn");
        assertThat(navigation.entryOf(IVR)).contains(new Entry("examples/ivr/index.html", "IVR", "Menu"));
        assertThatCode(() -> navigation.check(List.of(index, EVENTS, IVR))).doesNotThrowAnyException();
    }

    @Test
    void aPageWithoutARowIsRefused() {
        Page index = index(ROW.formatted("events.html", "Events", "Types"));

        assertThatThrownBy(() -> Navigation.read(index).check(List.of(index, EVENTS, IVR)))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("docs/index.adoc")
                .hasMessageContaining("examples/ivr/README.md: is missing")
                .hasMessageNotContaining("events.adoc:");
    }

    @Test
    void aPageWithTwoRowsIsRefused() {
        String row = ROW.formatted("events.html", "Events", "Types");
        Page index = index(row, row);

        assertThatThrownBy(() -> Navigation.read(index).check(List.of(index, EVENTS)))
                .hasMessageContaining("docs/events.adoc: occurs 2 times");
    }

    @Test
    void aRowWithoutALinkIsRefused() {
        assertThatThrownBy(() -> Navigation.read(index("<tr><td>Events</td><td>Types</td></tr>")))
                .hasMessageContaining("Events Types");
    }
}
