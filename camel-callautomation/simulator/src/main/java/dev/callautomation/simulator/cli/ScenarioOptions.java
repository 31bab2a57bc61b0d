package dev.callautomation.simulator.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Option;

import dev.callautomation.simulator.scenario.Scenario;

/** Options of the commands that play scenarios. */
final class ScenarioOptions {

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Value of a variable of the scenario; may be repeated")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--application",
            paramLabel = "URL",
            description = "Short for --set application=URL: where the application is")
    private String application;

    /** Reads a file; throws {@link IllegalArgumentException} with file, line and column of each mistake. */
    Scenario read(Path file) {
        Scenario scenario = Scenario.read(file, variables());
        if (!scenario.hasSteps()) {
            throw new IllegalArgumentException(file + ":1:1: there are no steps to play");
        }
        return scenario;
    }

    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(variables);
        if (application != null) {
            // joined with a path in the file
            all.put("application", application.replaceFirst("/+$", ""));
        }
        return all;
    }
}
