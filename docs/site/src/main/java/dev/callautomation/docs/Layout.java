package dev.callautomation.docs;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.callautomation.docs.Navigation.Entry;
import dev.callautomation.docs.Navigation.Group;

/** Puts pages into the frame of the site: header, navigation, sections of the page, previous and next page, source. */
final class Layout {

    private static final String PRODUCT = "Camel component for Azure Communication Services Call Automation";

    private static final int LONGEST_WORD = 14;
    private static final Pattern BREAK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z0-9])(?=[.?&=/:])");

    private final String template;
    private final Navigation navigation;
    private final String version;
    private final String camelVersion;

    Layout(String template, Navigation navigation, String version, String camelVersion) {
        this.template = template;
        this.navigation = navigation;
        this.version = version;
        this.camelVersion = camelVersion;
    }

    Document apply(Page page) {
        Document html = Jsoup.parse(template);
        html.outputSettings().prettyPrint(false);
        String root =
                "../".repeat((int) page.target().chars().filter(c -> c == '/').count());
        html.select("[data-root]").forEach(element -> {
            String attribute = element.attr("data-root");
            element.attr(attribute, root + element.attr(attribute)).removeAttr("data-root");
        });
        html.selectFirst("html").attr("data-site", root);
        html.select(".version").forEach(element -> element.text(version + " for Apache Camel " + camelVersion));

        boolean start = isStart(page);
        html.title(start ? page.title() : page.title() + " – " + PRODUCT);
        html.selectFirst("meta[name=description]").attr("content", description(page));
        html.selectFirst("main").prependChild(page.body().tagName("article"));
        fillPages(html.selectFirst("#site-pages .entries"), page, root);
        fillSections(html, page);
        fillPager(html.selectFirst(".pager"), page, root);
        Element source = html.selectFirst("a.source");
        String link = page.target().equals(Sources.listingOf(page.source()))
                ? Sources.copyOf(page.source())
                : Sources.listingOf(page.source());
        source.attr("href", root + link).text(page.source());
        if (page.text().isEmpty()) {
            // a directory has no source
            source.parent().remove();
        }
        decorate(page.body());
        if (page.body().selectFirst(".diagram") == null) {
            html.select("script.diagrams").remove();
        }
        return html;
    }

    private String description(Page page) {
        return navigation
                .entryOf(page)
                .map(entry -> entry.title() + ": " + entry.description() + ". Apache " + PRODUCT + ".")
                .orElseGet(() -> {
                    Element first = page.body().selectFirst("p");
                    return page.title() + ": " + (first == null ? "source of the Apache " + PRODUCT : first.text());
                });
    }

    /** Not the listing of its source. */
    private static boolean isStart(Page page) {
        return page.target().equals(Sources.pageOf(Sources.INDEX));
    }

    private void fillPages(Element list, Page page, String root) {
        for (Group group : navigation.groups()) {
            list.appendElement("p").addClass("group").text(group.title());
            Element entries = list.appendElement("ul");
            for (Entry entry : group.entries()) {
                Element link = entries.appendElement("li")
                        .appendElement("a")
                        .attr("href", root + entry.target())
                        .text(entry.title());
                if (entry.target().equals(page.target())) {
                    link.attr("aria-current", "page");
                }
            }
        }
    }

    private static void fillSections(Document html, Page page) {
        Element list = html.selectFirst("#site-sections ul");
        for (Element heading : page.body().select("h2[id], h3[id]")) {
            list.appendElement("li")
                    .addClass(heading.normalName())
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(heading.text());
        }
        if (list.childrenSize() < 2) {
            html.selectFirst("#site-sections").remove();
        }
    }

    private void fillPager(Element pager, Page page, String root) {
        List<Entry> entries = navigation.entries();
        List<String> targets = entries.stream().map(Entry::target).toList();
        int position = targets.indexOf(page.target());
        if (position > 0) {
            addPagerLink(pager, "prev", "Previous", entries.get(position - 1), root);
        }
        if (isStart(page) || position >= 0 && position + 1 < entries.size()) {
            addPagerLink(pager, "next", "Next", entries.get(position + 1), root);
        }
        if (pager.childrenSize() == 0) {
            pager.remove();
        }
    }

    private static void addPagerLink(Element pager, String relation, String label, Entry entry, String root) {
        Element link = pager.appendElement("a")
                .attr("rel", relation)
                .addClass(relation)
                .attr("href", root + entry.target());
        link.appendElement("span").text(label);
        link.appendText(" " + entry.title());
    }

    /** A long name breaks between its words, so that it does not widen its column. */
    private static void allowBreaks(Element code) {
        String text = code.text();
        if (code.childrenSize() == 0 && text.length() > LONGEST_WORD) {
            code.empty();
            for (String part : BREAK.split(text)) {
                if (code.childNodeSize() > 0) {
                    code.appendElement("wbr");
                }
                code.appendText(part);
            }
        }
    }

    /** Links of headings to themselves, tables that scroll, diagrams. */
    private static void decorate(Element body) {
        for (Element heading : body.select("h2[id], h3[id], h4[id]")) {
            heading.appendElement("a")
                    .addClass("anchor")
                    .attr("href", "#" + heading.id())
                    .attr(
                            "aria-label",
                            "Link to the section " + heading.ownText().strip())
                    .text("#");
        }
        for (Element table : body.select("table")) {
            table.wrap("<div class=\"table\"></div>");
            if (table.select("tr").first().childrenSize() > 2) {
                table.addClass("wide");
            }
        }
        body.select(":not(pre) > code").forEach(Layout::allowBreaks);
        for (Element code : body.select("pre > code[data-lang=mermaid]")) {
            code.parent().addClass("diagram").attr("tabindex", "0");
        }
        for (Element external : body.select("a[href^=http]")) {
            external.addClass("external").attr("rel", "noopener");
        }
    }
}
