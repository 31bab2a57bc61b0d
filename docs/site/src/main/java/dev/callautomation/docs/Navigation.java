package dev.callautomation.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;

/**
 * Groups of pages in the order of the start page: each of its sections is a group, each row of a section's table a page, with a
 * link and a description.
 */
record Navigation(List<Group> groups) {

    record Group(String title, List<Entry> entries) {}

    /** @param target file of the site */
    record Entry(String target, String title, String description) {}

    /** @param index the start page, whose links lead to files of the site */
    static Navigation read(Page index) {
        List<Group> groups = new ArrayList<>();
        for (Element section : index.body().select(".sect1")) {
            List<Entry> entries = section.select("tbody tr").stream()
                    .map(row -> entry(index, row))
                    .toList();
            groups.add(new Group(section.selectFirst("h2").text(), entries));
        }
        return new Navigation(List.copyOf(groups));
    }

    private static Entry entry(Page index, Element row) {
        Element link = row.selectFirst("td:first-child a");
        if (link == null || row.select("td").size() != 2) {
            throw new SiteException(index.source() + ": a row is not a link and a description: " + row.text());
        }
        return new Entry(link.attr("href"), link.text(), row.select("td").last().text());
    }

    List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    Optional<Entry> entryOf(Page page) {
        return entries().stream()
                .filter(entry -> entry.target().equals(page.target()))
                .findFirst();
    }

    /** Fails if a page is missing or is there twice. */
    void check(List<Page> pages) {
        List<String> errors = new ArrayList<>();
        for (Page page : pages) {
            long count = entries().stream()
                    .filter(entry -> entry.target().equals(page.target()))
                    .count();
            if (count != 1 && !page.source().equals(Sources.INDEX)) {
                errors.add(page.source() + ": " + (count == 0 ? "is missing" : "occurs " + count + " times"));
            }
        }
        SiteException.throwIfAny("Every page has one row in the tables of " + Sources.INDEX, errors);
    }
}
