package dev.callautomation.docs;

import org.jsoup.nodes.Element;

/**
 * A page before it gets its layout.
 *
 * @param source file of the repository
 * @param target file of the site
 * @param text   what the file of the repository contains
 * @param body   the content, with the title as its only {@code h1}
 */
record Page(String source, String target, String text, Element body) {

    String title() {
        Element title = body.selectFirst("h1");
        if (title == null) {
            throw new SiteException(source + ": has no title");
        }
        return title.text();
    }

    /** Where the file of the repository has a reference, such as {@code docs/events.adoc:12}; without a line if it is written differently. */
    String locationOf(String reference) {
        String written = reference.startsWith("#") ? reference.substring(1) : reference;
        int position = text.indexOf(written);
        return position < 0
                ? source
                : source + ":" + (1 + text.substring(0, position).lines().count() - (startsLine(position) ? 0 : 1));
    }

    private boolean startsLine(int position) {
        return position == 0 || text.charAt(position - 1) == '\n';
    }
}
