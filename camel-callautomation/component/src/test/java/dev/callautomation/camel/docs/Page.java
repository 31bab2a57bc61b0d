package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page that users read, in AsciiDoc or Markdown. */
record Page(Path path) {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    static final Page README = new Page(ROOT.resolve("README.md"));
    static final Page COMPONENT = new Page(ROOT.resolve("docs/callautomation-component.adoc"));
    static final Page OPERATIONS = new Page(ROOT.resolve("docs/operations.adoc"));
    static final Page EVENTS = new Page(ROOT.resolve("docs/events.adoc"));
    static final Page WAITING = new Page(ROOT.resolve("docs/waiting.adoc"));
    static final Page SECURITY = new Page(ROOT.resolve("docs/security.adoc"));
    static final Page TROUBLESHOOTING = new Page(ROOT.resolve("docs/troubleshooting.adoc"));
    static final Page ARCHITECTURE = new Page(ROOT.resolve("docs/architecture.adoc"));
    static final Page GETTING_STARTED = new Page(ROOT.resolve("docs/getting-started.adoc"));
    static final Page MEDIA_STREAMING = new Page(ROOT.resolve("docs/media-streaming.adoc"));
    static final Page OBSERVABILITY = new Page(ROOT.resolve("docs/observability.adoc"));
    static final Page RECIPES = new Page(ROOT.resolve("docs/recipes.adoc"));
    static final Page RECIPES_ROUTING = new Page(ROOT.resolve("docs/recipes-routing.adoc"));
    static final Page RECIPES_RECORDING = new Page(ROOT.resolve("docs/recipes-recording.adoc"));
    static final Page RECIPES_CONFERENCE = new Page(ROOT.resolve("docs/recipes-conference.adoc"));
    static final Page RECIPES_TICKETS = new Page(ROOT.resolve("docs/recipes-tickets.adoc"));
    static final List<Page> RECIPE_PAGES =
            List.of(RECIPES, RECIPES_ROUTING, RECIPES_RECORDING, RECIPES_CONFERENCE, RECIPES_TICKETS);
    static final List<Page> ALL = List.of(
            README,
            COMPONENT,
            OPERATIONS,
            EVENTS,
            WAITING,
            SECURITY,
            TROUBLESHOOTING,
            ARCHITECTURE,
            GETTING_STARTED,
            MEDIA_STREAMING,
            RECIPES,
            RECIPES_ROUTING,
            RECIPES_RECORDING,
            RECIPES_CONFERENCE,
            RECIPES_TICKETS,
            OBSERVABILITY);

    private static final Pattern ASCIIDOC_BLOCK = Pattern.compile("\\[source,(\\w+)]");
    private static final Pattern MARKDOWN_FENCE = Pattern.compile("(\\s*)```(\\w*)");
    private static final Pattern ASCIIDOC_TITLE = Pattern.compile("\\.(\\w\\S*)");

    /**
     * A piece of code on a page.
     *
     * @param title the block's title, which is a file's path; {@code null} if it has none
     * @param line  where its first line of code is, from 1
     */
    record Snippet(Page page, String language, String title, int line, String text) {

        @Override
        public String toString() {
            return page.path().getFileName() + " line " + line;
        }
    }

    static Stream<Snippet> allSnippets(String language) {
        return ALL.stream().flatMap(page -> page.snippets(language).stream());
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first snippet in Java, YAML or another language that contains some text. */
    static Snippet snippet(String text) {
        return ALL.stream()
                .flatMap(page -> page.snippets().stream())
                .filter(snippet -> snippet.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No page has a snippet with " + text));
    }

    List<Snippet> snippets(String language) {
        return snippets().stream()
                .filter(snippet -> snippet.language().equals(language))
                .toList();
    }

    List<Snippet> snippets() {
        List<String> lines = text().lines().toList();
        return path.toString().endsWith(".md") ? markdown(lines) : asciidoc(lines);
    }

    private List<Snippet> asciidoc(List<String> lines) {
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher block = ASCIIDOC_BLOCK.matcher(lines.get(i));
            if (block.matches()) {
                int start = i + 2;
                int end = start + lines.subList(start, lines.size()).indexOf("----");
                Matcher title = ASCIIDOC_TITLE.matcher(lines.get(i - 1));
                snippets.add(new Snippet(
                        this,
                        block.group(1),
                        title.matches() ? title.group(1) : null,
                        start + 1,
                        String.join("\n", lines.subList(start, end))));
                i = end;
            }
        }
        return snippets;
    }

    private List<Snippet> markdown(List<String> lines) {
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = MARKDOWN_FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int start = i + 1;
                int end = start + lines.subList(start, lines.size()).indexOf(fence.group(1) + "```");
                String text = String.join("\n", lines.subList(start, end));
                snippets.add(new Snippet(this, fence.group(2), null, start + 1, text.stripIndent()));
                i = end;
            }
        }
        return snippets;
    }

    /** The properties that a recipe names for its routes; none of snippets on other pages. */
    Properties properties(Snippet routes) throws IOException {
        Properties properties = new Properties();
        if (RECIPE_PAGES.contains(this)) {
            for (Snippet snippet : siblings(routes, "properties")) {
                properties.load(new StringReader(snippet.text()));
            }
        }
        return properties;
    }

    /** Snippets of another language in the section of a snippet. */
    List<Snippet> siblings(Snippet snippet, String language) {
        int[] headings = headings();
        return snippets(language).stream()
                .filter(sibling -> headings[sibling.line()] == headings[snippet.line()])
                .toList();
    }

    /** By line, from 1: the number of sections of the first level that begin before it. */
    private int[] headings() {
        List<String> lines = text().lines().toList();
        int[] headings = new int[lines.size() + 1];
        for (int i = 1; i < headings.length; i++) {
            headings[i] = headings[i - 1] + (lines.get(i - 1).startsWith("== ") ? 1 : 0);
        }
        return headings;
    }

    /** A section of an AsciiDoc page, without its heading: up to the next one of the same or a higher level. */
    String section(String heading) {
        Matcher start = Pattern.compile("^(=+) " + Pattern.quote(heading) + "$", Pattern.MULTILINE)
                .matcher(text());
        if (!start.find()) {
            throw new AssertionError(path.getFileName() + " has no section " + heading);
        }
        String rest = text().substring(start.end());
        Matcher end = Pattern.compile("^={1," + start.group(1).length() + "} ", Pattern.MULTILINE)
                .matcher(rest);
        return end.find() ? rest.substring(0, end.start()) : rest;
    }

    /** What stands between the comments that mark a generated table. */
    String table(String name) {
        Matcher table = marked(name).matcher(text());
        if (!table.find()) {
            throw new AssertionError(path.getFileName() + " has no comments that mark the table of " + name);
        }
        return table.group(2);
    }

    void replaceTable(String name, String table) throws IOException {
        Files.writeString(
                path,
                marked(name)
                        .matcher(text())
                        .replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + table + match.group(3))));
    }

    /** Writes a file into the AsciiDoc block with its path as the title. */
    void replaceFile(String title, String content) throws IOException {
        Pattern block = Pattern.compile(
                "(^\\." + Pattern.quote(title) + "\n\\[source,\\w+]\n----\n)(.*?)(^----$)",
                Pattern.DOTALL | Pattern.MULTILINE);
        Files.writeString(
                path,
                block.matcher(text())
                        .replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + content + match.group(3))));
    }

    private static Pattern marked(String name) {
        return Pattern.compile("(// " + name + ": START\n)(.*?)(// " + name + ": END\n)", Pattern.DOTALL);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
