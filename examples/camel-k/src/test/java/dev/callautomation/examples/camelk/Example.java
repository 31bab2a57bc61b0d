package dev.callautomation.examples.camelk;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.main.Main;

import dev.callautomation.examples.manifests.Manifest;

/** The manifests of this example, and their routes on camel-main. */
final class Example {

    /** The working directory of tests is the module's. */
    static final Path FOLDER = Path.of("").toAbsolutePath();

    private final List<Manifest> manifests = Manifest.in(FOLDER);

    List<Manifest> manifests() {
        return manifests;
    }

    Manifest manifest(String kind, String name) {
        return manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * An application with the routes of an Integration or a Pipe, and the properties in the files that it mounts, which override others
     * as in a pod. Not started.
     *
     * @param addresses properties of the mounted files that have other values here
     */
    Main application(Manifest manifest, Map<String, String> addresses, int port, Path folder) {
        JsonNode flows = manifest.at("/spec/flows");
        Path routes = folder.resolve(manifest.name() + ".yaml");
        write(routes, Manifest.write(flows.isMissingNode() ? manifest.content() : flows));
        Main camel = new Main();
        camel.addInitialProperty("camel.main.routesIncludePattern", "file:" + routes);
        camel.setOverrideProperties(mountedProperties(manifest, addresses));
        camel.addInitialProperty("camel.main.shutdownTimeout", "1");
        camel.addInitialProperty("camel.component.kamelet.location", "classpath:kamelets,file:" + FOLDER);
        camel.addInitialProperty("camel.server.enabled", "true");
        camel.addInitialProperty("camel.server.port", String.valueOf(port));
        return camel;
    }

    private Properties mountedProperties(Manifest manifest, Map<String, String> addresses) {
        Properties properties = new Properties();
        for (JsonNode config : manifest.at("/spec/traits/mount/configs")) {
            String[] source = config.asText().split(":");
            boolean secret = source[0].equals("secret");
            manifest(secret ? "Secret" : "ConfigMap", source[1])
                    .at(secret ? "/stringData" : "/data")
                    .forEach(file -> load(properties, file.asText()));
        }
        addresses.forEach((key, value) -> {
            if (properties.put(key, value) == null) {
                throw new IllegalArgumentException("no mounted file has the property " + key);
            }
        });
        return properties;
    }

    private static void load(Properties properties, String text) {
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
