package dev.callautomation.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes the site. Everything it loads is part of it, so that it can be read from a directory. */
final class SiteGenerator {

    private static final List<String> ASSETS = List.of("icon.svg", "site.css", "theme.js", "site.js", "search.js");
    private static final Map<String, String> LIBRARIES =
            Map.of("lunr.min.js", "lunr/%s/lunr.min.js", "mermaid.min.js", "mermaid/%s/dist/mermaid.min.js");
    private static final Map<String, String> LANGUAGES = Map.of("yml", "yaml", "adoc", "asciidoc", "md", "markdown");

    private final Path repository;
    private final Path site;

    SiteGenerator(Path repository, Path site) {
        this.repository = repository;
        this.site = site;
    }

    /** Directory of the repository, directory of the site, version of the project, version of Camel. */
    public static void main(String[] arguments) throws IOException {
        Path site = Path.of(arguments[1]);
        try {
            new SiteGenerator(Path.of(arguments[0]), site).generate(arguments[2], arguments[3]);
        } catch (SiteException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.println("The site is in " + site.resolve("index.html"));
    }

    /** Fails with a list of what is wrong; the site is complete nevertheless. */
    void generate(String version, String camelVersion) throws IOException {
        clean();
        List<String> sources = new Sources(repository).pages();
        References references = new References(repository, new HashSet<>(sources));
        List<Page> pages = new ArrayList<>();
        try (AsciiDocRenderer asciiDoc = new AsciiDocRenderer()) {
            MarkdownRenderer markdown = new MarkdownRenderer(asciiDoc);
            for (String source : sources) {
                String text = read(source);
                String html = source.endsWith(".md") ? markdown.page(text) : asciiDoc.page(source, text);
                Page page = page(source, Sources.pageOf(source), text, html);
                references.rewrite(page);
                pages.add(page);
            }
            Navigation navigation = navigation(pages);
            Layout layout = new Layout(resource("/site/template.html"), navigation, version, camelVersion);
            SearchIndex search = new SearchIndex();
            pages.forEach(page -> navigation.entryOf(page).ifPresent(entry -> search.add(page, entry)));
            for (Page page : pages) {
                write(page.target(), layout.apply(page).outerHtml());
            }
            write("assets/search-index.js", search.script());
            TreeSet<String> files = new TreeSet<>(references.files());
            files.addAll(sources);
            for (String directory :
                    references.files().stream().filter(this::isDirectory).toList()) {
                files.remove(directory);
                files.addAll(addDirectory(directory, layout));
            }
            for (String file : files) {
                addFile(file, asciiDoc, layout);
            }
        }
        addAssets();
        check(pages, references);
    }

    /** A page that no longer exists must not satisfy a link. */
    private void clean() throws IOException {
        if (Files.exists(site)) {
            try (Stream<Path> files = Files.walk(site)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Navigation navigation(List<Page> pages) {
        Page index = pages.stream()
                .filter(page -> page.source().equals(Sources.INDEX))
                .findFirst()
                .orElseThrow(() -> new SiteException(Sources.INDEX + " is missing"));
        Navigation navigation = Navigation.read(index);
        navigation.check(pages);
        return navigation;
    }

    private static Page page(String source, String target, String text, String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.ownerDocument().outputSettings().prettyPrint(false);
        return new Page(source, target, text, body);
    }

    private boolean isDirectory(String path) {
        return Files.isDirectory(repository.resolve(path));
    }

    /** A page with links to the files of a directory, which it returns. */
    private List<String> addDirectory(String directory, Layout layout) throws IOException {
        List<String> files = new Sources(repository).filesIn(directory);
        String target = Sources.listingOf(directory);
        Element list = new Element("ul");
        for (String file : files) {
            String listing = References.isImage(file) ? Sources.copyOf(file) : Sources.listingOf(file);
            list.appendElement("li")
                    .appendElement("a")
                    .attr("href", References.relative(target, listing))
                    .text(file.substring(directory.length() + 1));
        }
        String html = new Element("h1").text(directory).outerHtml() + list.outerHtml();
        write(target, layout.apply(page(directory, target, "", html)).outerHtml());
        return files;
    }

    /** A copy and, of a text, a page that shows it. */
    private void addFile(String file, AsciiDocRenderer asciiDoc, Layout layout) throws IOException {
        Path copy = site.resolve(Sources.copyOf(file));
        Files.createDirectories(copy.getParent());
        Files.copy(repository.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        if (!References.isImage(file)) {
            String extension = file.substring(file.lastIndexOf('.') + 1);
            String text = read(file);
            Element title = new Element("h1").text(file);
            String html = title.outerHtml()
                    + asciiDoc.listing(LANGUAGES.getOrDefault(extension, extension), text.stripTrailing());
            Page page = page(file, Sources.listingOf(file), text, html);
            write(page.target(), layout.apply(page).outerHtml());
        }
    }

    private void addAssets() throws IOException {
        for (String asset : ASSETS) {
            write("assets/" + asset, resource("/site/" + asset));
        }
        for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
            write("assets/" + library.getKey(), webjar(library.getValue()));
        }
    }

    private static String webjar(String path) throws IOException {
        String name = path.substring(0, path.indexOf('/'));
        Properties coordinates = new Properties();
        coordinates.load(new StringReader(resource("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")));
        return resource("/META-INF/resources/webjars/" + path.formatted(coordinates.getProperty("version")));
    }

    private void check(List<Page> pages, References references) throws IOException {
        Map<String, Page> byTarget = pages.stream().collect(Collectors.toMap(Page::target, Function.identity()));
        List<String> errors = LinkChecker.check(site).stream()
                .map(problem -> {
                    String written = references.original(problem.page(), problem.reference());
                    Page page = byTarget.get(problem.page());
                    String where = page == null ? problem.page() : page.locationOf(written);
                    return where + ": " + written + ": " + problem.reason();
                })
                .distinct()
                .toList();
        SiteException.throwIfAny("References in the pages", errors);
    }

    private String read(String file) throws IOException {
        return Files.readString(repository.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Path path = site.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = SiteGenerator.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new SiteException(name + " is missing on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
