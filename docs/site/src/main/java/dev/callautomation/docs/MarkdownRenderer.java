package dev.callautomation.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Markdown as HTML, with the ids of headings that GitHub gives. */
final class MarkdownRenderer {

    private static final String LANGUAGE = "language-";

    private final List<Extension> extensions = List.of(TablesExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(extensions).build();
    private final AsciiDocRenderer asciiDoc;

    /** @param asciiDoc renders blocks of code */
    MarkdownRenderer(AsciiDocRenderer asciiDoc) {
        this.asciiDoc = asciiDoc;
    }

    String page(String text) {
        Element body =
                Jsoup.parseBodyFragment(renderer.render(parser.parse(text))).body();
        Map<String, Integer> used = new HashMap<>();
        for (Element heading : body.select("h1, h2, h3, h4")) {
            String id = heading.text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w -]", "")
                    .replace(' ', '-');
            int count = used.merge(id, 1, Integer::sum);
            heading.id(count == 1 ? id : id + "-" + (count - 1));
        }
        for (Element code : body.select("pre > code[class^=" + LANGUAGE + "]")) {
            String language = code.className().substring(LANGUAGE.length());
            code.parent()
                    .replaceWith(
                            fragment(asciiDoc.listing(language, code.wholeText().stripTrailing())));
        }
        return body.html();
    }

    private static Element fragment(String html) {
        return Jsoup.parseBodyFragment(html).body().child(0);
    }
}
