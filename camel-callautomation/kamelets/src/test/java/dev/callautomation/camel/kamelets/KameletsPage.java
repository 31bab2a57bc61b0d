package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The page on Kamelets: its files, and its tables, which are generated from the files of the Kamelets. */
final class KameletsPage {

    private static final Path PAGE = Path.of("../../docs/kamelets.adoc");
    private static final Pattern FILE =
            Pattern.compile("^\\.(\\S+)\n\\[source,\\w+]\n----\n(.*?)^----$", Pattern.DOTALL | Pattern.MULTILINE);

    private KameletsPage() {}

    static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of its files, by name. */
    static Map<String, String> files() {
        return FILE.matcher(text())
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    static String table(String name) {
        Matcher matcher = marks(name).matcher(text());
        return matcher.find() ? matcher.group(1) : "";
    }

    static void replaceTable(String name, String table) throws IOException {
        String marked = "// " + name + ": START\n" + table + "// " + name + ": END";
        Files.writeString(PAGE, marks(name).matcher(text()).replaceFirst(Matcher.quoteReplacement(marked)));
    }

    private static Pattern marks(String name) {
        return Pattern.compile("// " + name + ": START\n(.*?)// " + name + ": END", Pattern.DOTALL);
    }

    /** What the Kamelets are for. */
    static String kamelets() {
        StringBuilder table = new StringBuilder(
                "[cols=\"3,1,3,3\",options=\"header\"]\n|===\n| Kamelet | As | Purpose | Required\n\n");
        sorted().forEach((name, files) -> table.append("| `")
                .append(name)
                .append("` | ")
                .append(files.stream().map(KameletFile::type).collect(Collectors.joining(", ")))
                .append(" | ")
                .append(purpose(files.get(0)))
                .append(" | ")
                .append(required(files.get(0)))
                .append('\n'));
        return table.append("|===\n").toString();
    }

    private static String purpose(KameletFile file) {
        String description = file.definition().path("description").asText();
        return description.substring(0, description.indexOf('.'));
    }

    private static String required(KameletFile file) {
        StringBuilder names = new StringBuilder();
        file.definition().path("required").forEach(name -> names.append(names.isEmpty() ? "" : ", ")
                .append('`')
                .append(name.asText())
                .append('`'));
        return names.isEmpty() ? "none" : names.toString();
    }

    /** The parameters of each Kamelet; those of the sink are those of the action. */
    static String parameters() {
        StringBuilder sections = new StringBuilder();
        sorted().forEach((name, files) -> {
            sections.append("=== ").append(name).append("\n\n");
            JsonNode properties = files.get(0).definition().path("properties");
            if (properties.isEmpty()) {
                sections.append("It has no parameters.\n\n");
                return;
            }
            sections.append("[cols=\"2,2,5\",options=\"header\"]\n|===\n| Parameter | Default | Meaning\n\n");
            properties.properties().forEach(property -> sections.append("| `")
                    .append(property.getKey())
                    .append("` | ")
                    .append(value(property.getValue()))
                    .append(" | ")
                    .append(meaning(property.getValue()))
                    .append('\n'));
            sections.append("|===\n\n");
        });
        return sections.toString();
    }

    private static String value(JsonNode property) {
        if (!property.has("default")) {
            return "required";
        }
        String value = property.get("default").asText();
        return value.isEmpty() ? "none" : "`" + value + "`";
    }

    private static String meaning(JsonNode property) {
        StringBuilder meaning =
                new StringBuilder(property.path("description").asText().replace("|", "{vbar}"));
        if (property.has("enum")) {
            meaning.append(" One of ");
            property.get("enum")
                    .forEach(value -> meaning.append('`').append(value.asText()).append("` "));
            meaning.setCharAt(meaning.length() - 1, '.');
        }
        if (property.has("example")) {
            meaning.append(" Example: `")
                    .append(property.get("example").asText().replace("|", "{vbar}"))
                    .append('`');
        }
        return meaning.toString();
    }

    /** The files by name without type: sources first, an action before its sink. */
    private static Map<String, List<KameletFile>> sorted() {
        Map<String, List<KameletFile>> sources = new TreeMap<>();
        Map<String, List<KameletFile>> others = KameletFile.all().stream()
                .filter(file -> !file.type().equals("source"))
                .collect(Collectors.groupingBy(
                        file -> file.name().replaceFirst("-(action|sink)$", ""), TreeMap::new, Collectors.toList()));
        KameletFile.all().stream()
                .filter(file -> file.type().equals("source"))
                .forEach(file -> sources.put(file.name(), List.of(file)));
        Map<String, List<KameletFile>> all = new LinkedHashMap<>(sources);
        all.putAll(others);
        return all;
    }
}
