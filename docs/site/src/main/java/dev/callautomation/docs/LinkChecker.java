package dev.callautomation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the HTML files of a site: references lead to files and ids in it, ids are unique, and nothing is loaded from elsewhere. */
final class LinkChecker {

    /**
     * @param page      file of the site
     * @param reference the link, the source of the image, or the id
     */
    record Problem(String page, String reference, String reason) {}

    private final Path site;
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private LinkChecker(Path site) {
        this.site = site;
    }

    static List<Problem> check(Path site) throws IOException {
        return new LinkChecker(site).check();
    }

    private List<Problem> check() throws IOException {
        Map<String, Document> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".html")).toList()) {
                pages.put(site.relativize(file).toString().replace('\\', '/'), Jsoup.parse(file));
            }
        }
        pages.forEach(this::readIds);
        pages.forEach((name, page) -> {
            page.select("a[href]").forEach(link -> checkReference(name, link.attr("href"), true));
            page.select("link[href]").forEach(link -> checkReference(name, link.attr("href"), false));
            page.select("[src]").forEach(element -> checkReference(name, element.attr("src"), false));
        });
        return List.copyOf(problems);
    }

    private void readIds(String name, Document page) {
        Set<String> found = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!found.add(element.id())) {
                problems.add(new Problem(name, "#" + element.id(), "the id occurs more than once"));
            }
        }
        ids.put(name, found);
    }

    private void checkReference(String name, String reference, boolean mayBeExternal) {
        if (References.isExternal(reference)) {
            if (!mayBeExternal) {
                problems.add(new Problem(name, reference, "is not part of the site"));
            }
            return;
        }
        String[] parts = reference.split("#", 2);
        String file = parts[0].isEmpty() ? name : References.resolve(name, parts[0]);
        if (!Files.isRegularFile(site.resolve(file))) {
            problems.add(new Problem(name, reference, "no such file"));
        } else if (parts.length == 2 && !ids.getOrDefault(file, Set.of()).contains(parts[1])) {
            problems.add(new Problem(name, reference, "no such anchor"));
        }
    }
}
