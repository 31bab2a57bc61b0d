package dev.callautomation.camel.internal.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The catalog of options that the build generates from the component and its configuration. */
public final class OptionCatalog {

    /** Where it is on the class path. */
    public static final String RESOURCE = "/META-INF/dev/callautomation/camel/callautomation.json";

    private OptionCatalog() {}

    /**
     * Reads all of it.
     *
     * @throws IllegalStateException if it is missing, as in a native image without hints or an incomplete jar
     */
    public static JsonNode read() {
        return read(RESOURCE);
    }

    /** Reads that of another place on the class path. */
    public static JsonNode read(String resource) {
        try (InputStream catalog = OptionCatalog.class.getResourceAsStream(resource)) {
            if (catalog == null) {
                throw new IllegalStateException("The resource " + resource
                        + " of camel-callautomation is missing; in a native image it needs a resource hint");
            }
            return new ObjectMapper().readTree(catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
