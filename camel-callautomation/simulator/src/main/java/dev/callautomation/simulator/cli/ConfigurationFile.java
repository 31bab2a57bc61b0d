package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A YAML file with the names of options in camel case: {@code ringMillis: 500} is {@code --ring-millis=500}. Files that it
 * names are relative to its folder.
 */
final class ConfigurationFile {

    private final Path file;
    private final JsonParser parser;
    private final Map<String, OptionSpec> options = new HashMap<>();
    private final List<OptionSources.Setting> settings = new ArrayList<>();

    private ConfigurationFile(Path file, JsonParser parser, List<OptionSpec> options) {
        this.file = file;
        this.parser = parser;
        options.forEach(option -> this.options.put(name(option), option));
    }

    /** Reads a file; a mistake is a {@link ParameterException} with file, line and column. */
    static List<OptionSources.Setting> read(Path file, List<OptionSpec> options) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw failure("The configuration file " + file + " cannot be read.");
        }
        try (JsonParser parser = new YAMLFactory().createParser(file.toFile())) {
            ConfigurationFile reader = new ConfigurationFile(file, parser, options);
            reader.read();
            return reader.settings;
        } catch (JsonProcessingException e) {
            // the indented lines show a part of the file, which may hold a secret
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .collect(Collectors.joining(": "));
            throw failure(at(file, e.getLocation()) + problem);
        } catch (IOException e) {
            throw failure("The configuration file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** The name of an option in the file. */
    static String name(OptionSpec option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.longestName().substring(2).split("-")) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return name.toString();
    }

    private void read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw failure(here() + "names of options with their values are expected, such as port: 8088");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String source = here();
            OptionSpec option = options.get(name);
            if (option == null) {
                throw failure(source + name + " is not known, only " + new TreeSet<>(options.keySet()));
            }
            if (settings.stream().anyMatch(setting -> setting.option().equals(option.longestName()))) {
                throw failure(source + name + " is there twice");
            }
            List<OptionSources.Value> values = values(name, option);
            if (!values.isEmpty()) {
                settings.add(new OptionSources.Setting(option.longestName(), name, values));
            }
        }
        if (parser.nextToken() != null) {
            throw failure(here() + "there must be one document only");
        }
    }

    private List<OptionSources.Value> values(String name, OptionSpec option) throws IOException {
        JsonToken token = parser.nextToken();
        List<OptionSources.Value> values = new ArrayList<>();
        if (token == JsonToken.START_ARRAY && option.isMultiValue()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(scalar(name));
            }
        } else if (token != JsonToken.VALUE_NULL) {
            values.add(scalar(name));
        }
        return values;
    }

    private OptionSources.Value scalar(String name) throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw failure(here() + name + " must be a single value"
                    + (options.get(name).isMultiValue() ? " or a list of them" : ""));
        }
        String text = parser.getText();
        boolean isFile = options.get(name).type() == Path.class && !text.isBlank();
        String source = here();
        return new OptionSources.Value(
                isFile ? file.resolveSibling(text).toString() : text, source.substring(0, source.length() - 2));
    }

    private String here() {
        return at(file, parser.currentTokenLocation());
    }

    private static String at(Path file, JsonLocation location) {
        return location == null ? file + ": " : file + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }

    private static ParameterException failure(String message) {
        return new ParameterException(new CommandLine(new SimulatorCommand()), message);
    }
}
