package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A property of an application on Camel K.
 *
 * @param manifest Secret or ConfigMap whose entry sets it
 * @param pointer  JSON pointer of the entry
 */
record Setting(Manifest manifest, String pointer, String key, String value) {

    static final String CONFIGS = "/spec/traits/mount/configs";

    /** Those in the files that an Integration or a Pipe mounts, by name. */
    static Map<String, Setting> mounted(Manifest application, Resources resources) {
        Map<String, Setting> mounted = new TreeMap<>();
        for (JsonNode config : application.at(CONFIGS)) {
            String[] source = config.asText().split("[:/]");
            String kind = source[0].equals("secret") ? "Secret" : "ConfigMap";
            resources.find(kind, source[1]).ifPresent(manifest -> Resources.entries(manifest)
                    .propertyStream()
                    .filter(entry -> source.length == 2 || entry.getKey().equals(source[2]))
                    .forEach(entry -> mounted.putAll(in(manifest, entry))));
        }
        return mounted;
    }

    private static Map<String, Setting> in(Manifest manifest, Map.Entry<String, JsonNode> file) {
        String pointer = (manifest.kind().equals("Secret") ? "/stringData/" : "/data/") + file.getKey();
        Map<String, Setting> settings = new TreeMap<>();
        parse(file.getValue().asText())
                .forEach((key, value) ->
                        settings.put(key.toString(), new Setting(manifest, pointer, key.toString(), value.toString())));
        return settings;
    }

    /** The content of a file of properties. */
    static Properties parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    Problem problem(String advice) {
        return manifest.problem(pointer, key + ": " + advice);
    }
}
