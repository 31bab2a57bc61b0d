package dev.callautomation.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.nodes.Element;

/** What the search finds: pages, sections, and the rows of tables that have a header, such as options, headers and events. */
final class SearchIndex {

    /** Headers of first columns that do not say what a row is. */
    private static final Map<String, String> KINDS = Map.of("Name and type", "Option", "Header and constant", "Header");

    private static final int LONGEST_TERM = 90;

    /**
     * @param title what is found
     * @param kind  "Page", "Section", or what the rows of a table are
     * @param trail page and section
     * @param url   from the root of the site
     * @param text  all of its text
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Entry(String title, String kind, String trail, String url, String text) {}

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Adds a page; its rows get ids, so that links can lead to them.
     *
     * @param entry what the navigation says about the page
     */
    void add(Page page, Navigation.Entry entry) {
        String name = entry.title();
        Map<Element, StringBuilder> texts = new LinkedHashMap<>();
        Element heading = null;
        for (Element element : page.body().select("h1, h2, h3, h4, p, li, td, th, pre")) {
            if (element.normalName().startsWith("h") && element.normalName().length() == 2) {
                texts.put(element, new StringBuilder(heading == null ? entry.description() + ". " : ""));
                heading = element;
            } else if (element.closest("td, th") == null || element.closest("table:has(thead)") == null) {
                if (element.select("p, li, pre").isEmpty()
                        || element.normalName().equals("p")) {
                    texts.get(heading).append(element.text()).append(' ');
                }
            } else if (element.normalName().equals("td") && element.elementSiblingIndex() == 0) {
                addRow(page, name, heading, element);
            }
        }
        texts.forEach((element, text) ->
                addSection(page, name, element, text.toString().strip()));
    }

    private void addSection(Page page, String name, Element heading, String text) {
        boolean first = heading.normalName().equals("h1");
        String url = first ? page.target() : page.target() + "#" + heading.id();
        entries.add(new Entry(heading.text(), first ? "Page" : "Section", first ? "" : name, url, text));
    }

    private void addRow(Page page, String name, Element heading, Element cell) {
        Element row = cell.parent();
        Element label = cell.selectFirst("p") == null ? cell : cell.selectFirst("p");
        String term = label.text().replaceFirst(" \\((common|consumer|producer|advanced|security|[a-z ()]+)\\)$", "");
        if (term.isEmpty() || isLink(label)) {
            return;
        }
        if (term.length() > LONGEST_TERM) {
            term = term.substring(0, LONGEST_TERM).replaceFirst("\\s+\\S*$", "") + " …";
        }
        String column = row.closest("table").selectFirst("th").text();
        row.id(unusedId(page, heading.id() + "--" + term));
        String trail = name + " › " + heading.text();
        entries.add(
                new Entry(term, KINDS.getOrDefault(column, column), trail, page.target() + "#" + row.id(), row.text()));
    }

    /** In a table of contents; the page or section is found itself. */
    private static boolean isLink(Element label) {
        Element link = label.selectFirst("a");
        return link != null && link.text().equals(label.text());
    }

    private static String unusedId(Page page, String text) {
        String id = text.toLowerCase(Locale.ROOT).replaceAll("[^\\w]+", "-").replaceAll("^-|-$", "");
        String unused = id;
        for (int number = 2; page.body().getElementById(unused) != null; number++) {
            unused = id + "-" + number;
        }
        return unused;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** A script, because pages that are opened as files may not load data. */
    String script() {
        try {
            return "window.searchEntries = " + new ObjectMapper().writeValueAsString(entries) + ";\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
