package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The tables of the pages that are generated from the metadata and the operations of the component. */
final class Tables {

    private static final String CATALOG = "/META-INF/dev/callautomation/camel/callautomation.json";
    private static final String SUBCODES = "/dev/callautomation/camel/subcodes.properties";

    private Tables() {}

    /** All of them in AsciiDoc, under the names that mark them on the page. */
    static Map<String, Callable<String>> all() {
        JsonNode catalog = catalog();
        return Map.of(
                "component options",
                () -> options(catalog.get("componentProperties"), "property"),
                "path parameters",
                () -> options(catalog.get("properties"), "path"),
                "endpoint options",
                () -> options(catalog.get("properties"), "parameter"),
                "enum options",
                () -> EnumOptionsTable.asciidoc(catalog.get("componentProperties")),
                "headers",
                () -> headers(catalog.get("headers")),
                "completing events",
                CompletionTable::asciidoc,
                "completion timeouts",
                CompletionTimeoutTable::asciidoc,
                "subcodes",
                Tables::subcodes,
                "meters",
                MeterTable::asciidoc,
                "jmx",
                JmxTable::asciidoc);
    }

    static JsonNode catalog() {
        try (InputStream json = Tables.class.getResourceAsStream(CATALOG)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String options(JsonNode options, String kind) {
        return table("5,8,3", "| Name and type | Description | Default", rows(options, (name, option) -> {
            if (!option.get("kind").asText().equals(kind)) {
                return "";
            }
            String secret = option.path("secret").asBoolean() ? " *Secret.*" : "";
            String required = option.path("required").asBoolean() ? " *Required.*" : "";
            return "| *" + name + "* (" + option.get("group").asText() + ")\n\n_" + type(option) + "_\n| "
                    + text(option.get("description")) + required + secret + "\n| "
                    + option.path("defaultValue").asText() + "\n";
        }));
    }

    private static String headers(JsonNode headers) {
        return table("5,6,2", "| Header and constant | Description | Type", rows(headers, (name, header) -> {
            String constant = header.get("constantName").asText();
            return "| " + name + " (" + header.get("group").asText() + ")\n\n`"
                    + constant.substring(constant.indexOf('#') + 1) + "`\n| " + text(header.get("description"))
                    + "\n| " + simpleName(header.get("javaType").asText()) + "\n";
        }));
    }

    private static String subcodes() {
        Properties table = new Properties();
        try (InputStream file = Tables.class.getResourceAsStream(SUBCODES)) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table(
                "1,6",
                "| Subcode | Description",
                table.stringPropertyNames().stream()
                        .sorted(Comparator.comparing((String code) -> Integer.valueOf(code.replaceFirst(".*/", "")))
                                .thenComparing(Comparator.naturalOrder()))
                        .map(code -> "| " + code + " | " + table.getProperty(code) + "\n")
                        .collect(Collectors.joining()));
    }

    private static String rows(JsonNode rows, BiFunction<String, JsonNode, String> row) {
        return rows.properties().stream()
                .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    static String table(String columns, String heading, String rows) {
        return "[cols=\"" + columns + "\",options=\"header\"]\n|===\n" + heading + "\n\n" + rows + "|===\n";
    }

    /** Keeps AsciiDoc from making links of addresses that are parts of examples. */
    private static String text(JsonNode description) {
        return description.asText().replace("|", "\\|").replaceAll("(?<=\\s)https?://", "\\\\$0");
    }

    private static String type(JsonNode option) {
        if (option.has("enum")) {
            StringBuilder values = new StringBuilder();
            option.get("enum").forEach(value -> values.append(values.isEmpty() ? "" : ", ")
                    .append(value.asText()));
            return values.toString();
        }
        return option.get("type").asText().equals("duration")
                ? "duration (ms)"
                : simpleName(option.get("javaType").asText());
    }

    private static String simpleName(String type) {
        return type.replaceAll("[a-z]+\\.", "");
    }
}
