package dev.callautomation.camel.internal.operation;

import java.io.UncheckedIOException;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.apache.camel.util.StringHelper;

import dev.callautomation.camel.internal.support.OptionCatalog;

/** Descriptions of options for error messages, from the catalog that the build generates from the configuration. */
final class OptionDescriptions {

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
            try {
                return OptionCatalog.read();
            } catch (IllegalStateException | UncheckedIOException e) {
                // the error that is being reported matters, not its description
                return MissingNode.getInstance();
            }
        }
    }
}
