package dev.callautomation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of the repository that become pages, and where pages go.
 * Paths are relative to the repository or to the site, with slashes.
 */
record Sources(Path repository) {

    static final String INDEX = "docs/index.adoc";

    private static final List<String> OTHER_PAGES =
            List.of("README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md");

    List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>(OTHER_PAGES.stream()
                .filter(page -> Files.exists(repository.resolve(page)))
                .toList());
        pages.addAll(find("docs", 1, ".adoc"));
        pages.addAll(find("examples", Integer.MAX_VALUE, "/README.md"));
        return pages;
    }

    private List<String> find(String directory, int depth, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve(directory), depth)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> repository.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(ending) && !file.contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    /** All files below a directory. */
    List<String> filesIn(String directory) throws IOException {
        return find(directory, Integer.MAX_VALUE, "");
    }

    /** The page that is made of a file: {@code docs/x.adoc} is {@code x.html}, {@code examples/x/README.md} is {@code examples/x/index.html}. */
    static String pageOf(String file) {
        String path = file.replaceFirst("^docs/", "").replaceFirst("^\\.github/", "project/");
        return path.replaceFirst("/README\\.md$", "/index.md")
                .replaceFirst("\\.(adoc|md)$", ".html")
                .toLowerCase(Locale.ROOT);
    }

    /** The page that shows a file of the repository as it is. */
    static String listingOf(String file) {
        return "source/" + file.replaceFirst("^\\.", "") + ".html";
    }

    /** The copy of a file of the repository. */
    static String copyOf(String file) {
        return "files/" + file.replaceFirst("^\\.", "");
    }
}
