package dev.callautomation.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Completes a command line by environment variables and a configuration file: what is on the command line counts
 * first, then variables, then the file.
 */
final class OptionSources {

    static final String PREFIX = "CALLAUTOMATION_SIMULATOR_";

    private static final String CONFIG = "--config";
    private static final Set<String> COMMAND_LINE_ONLY = Set.of(CONFIG, "--help", "--version");

    /** What Kubernetes sets for a service of this name. */
    private static final String SERVICE_LINKS = PREFIX + "(SERVICE_(HOST|PORT)|PORT_[0-9]).*";

    private OptionSources() {}

    /**
     * The values of an option.
     *
     * @param name of the option where it comes from
     */
    record Setting(String option, String name, List<Value> values) {

        Stream<String> arguments() {
            return values.stream().map(value -> argument(value));
        }

        String argument(Value value) {
            return option + "=" + value.text();
        }
    }

    /** A value and where it comes from, for messages. */
    record Value(String text, String source) {}

    /**
     * The arguments with those that come from elsewhere before them.
     *
     * @throws ParameterException saying which variable or which place of the file is wrong
     */
    static String[] complete(String[] arguments, Map<String, String> environment) {
        ParseResult given;
        try {
            given = new CommandLine(new SimulatorCommand()).parseArgs(arguments);
        } catch (ParameterException e) {
            // reported when the command line itself is run
            return arguments.clone();
        }
        List<ParseResult> levels = new ArrayList<>();
        for (ParseResult level = given; level != null; level = level.subcommand()) {
            levels.add(level);
        }
        if (levels.stream().anyMatch(level -> level.isUsageHelpRequested() || level.isVersionHelpRequested())) {
            return arguments.clone();
        }
        Path file = config(environment);
        for (ParseResult level : levels) {
            file = level.matchedOptionValue(CONFIG, file);
        }
        List<Setting> fromFile = file == null ? List.of() : ConfigurationFile.read(file, options());
        List<Setting> fromEnvironment = variables(environment);
        fromFile.forEach(OptionSources::check);
        fromEnvironment.forEach(OptionSources::check);
        Set<String> set = new TreeSet<>();
        levels.forEach(level -> level.matchedOptions().forEach(option -> set.add(option.longestName())));
        List<String> all = new ArrayList<>();
        Stream.concat(fromEnvironment.stream(), fromFile.stream())
                .filter(setting -> set.add(setting.option()))
                .flatMap(Setting::arguments)
                .forEach(all::add);
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    /** Options that may be set elsewhere. */
    static List<OptionSpec> options() {
        return new CommandLine(new SimulatorCommand())
                .getCommandSpec().options().stream()
                        .filter(option -> !COMMAND_LINE_ONLY.contains(option.longestName()))
                        .toList();
    }

    /** The environment variable of an option: {@code --ring-millis} is {@code CALLAUTOMATION_SIMULATOR_RING_MILLIS}. */
    static String variable(OptionSpec option) {
        return PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Variables of this program that no option has. */
    static List<String> unknown(Map<String, String> environment) {
        Set<String> known = new TreeSet<>(Set.of(PREFIX + "CONFIG"));
        options().forEach(option -> known.add(variable(option)));
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name) && !name.matches(SERVICE_LINKS))
                .sorted()
                .toList();
    }

    private static List<Setting> variables(Map<String, String> environment) {
        List<Setting> settings = new ArrayList<>();
        for (OptionSpec option : options()) {
            String value = environment.getOrDefault(variable(option), "").trim();
            boolean serviceLink = "--port".equals(option.longestName()) && value.startsWith("tcp://");
            if (!value.isEmpty() && !serviceLink) {
                String name = variable(option);
                Stream<String> values = option.isMultiValue() ? Stream.of(value.split("\\s+")) : Stream.of(value);
                settings.add(new Setting(
                        option.longestName(),
                        option.longestName(),
                        values.map(each -> new Value(each, name)).toList()));
            }
        }
        return settings;
    }

    private static Path config(Map<String, String> environment) {
        String file = environment.getOrDefault(PREFIX + "CONFIG", "");
        return file.isBlank() ? null : Path.of(file);
    }

    /** Each value by itself, so that the message can say where it is. */
    private static void check(Setting setting) {
        for (Value value : setting.values()) {
            SimulatorCommand command = new SimulatorCommand();
            CommandLine line = new CommandLine(command);
            try {
                line.parseArgs(setting.argument(value));
                command.check();
            } catch (ParameterException e) {
                String problem = setting.name().equals(setting.option())
                        ? e.getMessage()
                        : e.getMessage()
                                .replace("option '" + setting.option() + "'", setting.name())
                                .replace(setting.option(), setting.name());
                throw new ParameterException(line, value.source() + ": " + problem, e);
            }
        }
    }
}
