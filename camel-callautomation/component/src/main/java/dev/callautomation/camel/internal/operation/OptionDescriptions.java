package dev.callautomation.camel.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.util.StringHelper;

/** Descriptions of options for error messages, from the catalog that the build generates from the configuration. */
final class OptionDescriptions {

    private static final String CATALOG = "/META-INF/dev/callautomation/camel/callautomation.json";

    private OptionDescriptions() {}

    /** What the option is, for the end of a sentence; empty if the catalog is not on the class path. */
    static String of(String option) {
        JsonNode entry = Options.CATALOG_OPTIONS.path(option);
        String description = entry.path("description").asText();
        return description.isEmpty() ? "" : " (" + description.replaceFirst("\\.$", "") + values(entry) + ")";
    }

    private static String values(JsonNode entry) {
        StringBuilder values = new StringBuilder();
        entry.path("enum").forEach(constant -> values.append(values.isEmpty() ? ": " : ", ")
                .append(wireValue(constant.asText())));
        return values.toString();
    }

    /** The value of the REST API, which headers require and options accept. */
    private static String wireValue(String constant) {
        return StringHelper.dashToCamelCase(constant.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Read when the first error is reported. */
    private static final class Options {

        static final JsonNode CATALOG_OPTIONS = read().path("properties");

        private static JsonNode read() {
            try (InputStream catalog = OptionDescriptions.class.getResourceAsStream(CATALOG)) {
                return new ObjectMapper().readTree(catalog == null ? InputStream.nullInputStream() : catalog);
            } catch (IOException e) {
                return new ObjectMapper().createObjectNode();
            }
        }
    }
}
