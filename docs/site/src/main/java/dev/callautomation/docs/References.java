package dev.callautomation.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/**
 * Turns references between files of the repository into references between files of the site. Images and other files that pages
 * refer to become part of the site. References to files that do not exist stay as they are; {@link LinkChecker} reports them.
 */
final class References {

    private static final Pattern EXTERNAL = Pattern.compile("^[a-z][a-z0-9+.-]*:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE = Pattern.compile(".*\\.(png|svg|jpe?g|gif|webp)", Pattern.CASE_INSENSITIVE);

    private final Path repository;
    private final Set<String> sourcesOfPages;
    private final Set<String> files = new TreeSet<>();
    private final Map<String, String> originals = new HashMap<>();

    References(Path repository, Set<String> sourcesOfPages) {
        this.repository = repository;
        this.sourcesOfPages = sourcesOfPages;
    }

    static boolean isExternal(String reference) {
        return EXTERNAL.matcher(reference).matches();
    }

    static boolean isImage(String file) {
        return IMAGE.matcher(file).matches();
    }

    void rewrite(Page page) {
        for (Element link : page.body().select("a[href]")) {
            rewrite(page, link, "href");
        }
        for (Element image : page.body().select("img[src]")) {
            rewrite(page, image, "src");
        }
    }

    private void rewrite(Page page, Element element, String attribute) {
        String written = element.attr(attribute);
        String[] parts = written.split("#", 2);
        if (isExternal(written) || parts[0].isEmpty()) {
            return;
        }
        String file = resolve(page.source(), parts[0]);
        String target = target(file);
        if (target != null) {
            String reference = relative(page.target(), target) + (parts.length == 2 ? "#" + parts[1] : "");
            element.attr(attribute, reference);
            originals.put(page.target() + " " + reference, written);
        }
    }

    private String target(String file) {
        if (sourcesOfPages.contains(file)) {
            return Sources.pageOf(file);
        }
        if (sourcesOfPages.contains(file + "/README.md")) {
            return Sources.pageOf(file + "/README.md");
        }
        if (!Files.exists(repository.resolve(file))) {
            return null;
        }
        files.add(file);
        return isImage(file) ? Sources.copyOf(file) : Sources.listingOf(file);
    }

    /** Files and directories of the repository that pages refer to and that are no pages. */
    Set<String> files() {
        return files;
    }

    /** What the source of a page says in place of a reference in the page. */
    String original(String page, String reference) {
        return originals.getOrDefault(page + " " + reference, reference);
    }

    /** The file that a reference in another file leads to. */
    static String resolve(String from, String reference) {
        return Path.of("/", from)
                .resolveSibling(reference)
                .normalize()
                .toString()
                .replace('\\', '/')
                .substring(1);
    }

    static String relative(String from, String to) {
        Path directory = Path.of("/", from).getParent();
        return directory.relativize(Path.of("/", to)).toString().replace('\\', '/');
    }
}
