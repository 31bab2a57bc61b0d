package dev.callautomation.examples.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.scenario.Scenario;
import dev.callautomation.simulator.scenario.ScenarioFailure;
import dev.callautomation.simulator.scenario.ScenarioReport;

/** Plays scenario files of the class path, one after another, and prints how they went. */
public final class Scenarios {

    private static final String FOLDER = "/scenarios/";

    private final CallAutomationSimulator simulator;
    private final PrintStream out;
    private final SortedMap<String, String> variables;

    /** @param variables of the files, besides {@code simulator}, the address of the simulator */
    public Scenarios(CallAutomationSimulator simulator, PrintStream out, Map<String, String> variables) {
        this.simulator = simulator;
        this.out = out;
        this.variables = new TreeMap<>(variables);
        this.variables.put("simulator", simulator.uri().toString().replaceFirst("/$", ""));
    }

    /**
     * Plays files of the folder {@code scenarios}. Calls and phones are forgotten between them.
     *
     * @param names without {@code .yaml}
     * @return whether all is as expected
     */
    public boolean play(List<String> names) {
        List<ScenarioReport> reports = new ArrayList<>();
        for (String name : names) {
            ScenarioReport report = run(read(name));
            reports.add(report);
            out.println(report.text());
            if (report.passed()) {
                out.println(report.timeline());
            }
            simulator.endCalls();
            simulator.reset();
        }
        out.println("Scenarios");
        reports.forEach(report -> out.println((report.passed() ? "  ok      " : "  FAILED  ") + report.name()));
        return reports.stream().allMatch(ScenarioReport::passed);
    }

    private Scenario read(String name) {
        String file = FOLDER + name + ".yaml";
        try (InputStream in = Scenarios.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + " on the class path");
            }
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Scenario.parse(file.substring(1), yaml, variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScenarioReport run(Scenario scenario) {
        try {
            return simulator.run(scenario);
        } catch (ScenarioFailure e) {
            return e.report();
        }
    }

    /** Waits for the end of the thread; says how scenarios are played meanwhile. */
    public void keepRunning() throws InterruptedException {
        StringBuilder command = new StringBuilder("test --connect " + simulator.uri());
        variables.forEach((name, value) ->
                command.append(" --set ").append(name).append('=').append(value));
        out.println();
        out.println("Still running. Ctrl-C ends it. Phones and calls: "
                + simulator.uri().resolve("/simulator/"));
        out.println("To play scenarios:");
        out.println(
                "  java -jar camel-callautomation/simulator/target/callautomation-simulator.jar " + command + " FILE");
        Thread.currentThread().join();
    }
}
