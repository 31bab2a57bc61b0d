package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.scenario.Scenario;
import dev.callautomation.simulator.scenario.ScenarioFailure;
import dev.callautomation.simulator.scenario.ScenarioReport;

/** Plays scenarios and tells whether all was as expected. */
@Command(
        name = "test",
        description = "Plays scenarios one after another against an application, with virtual time unless a file or"
                + " --virtual-time=false says otherwise. Exit code: 0 when all is as expected, 1 when something is not, 2"
                + " when a file or an option is wrong.",
        sortOptions = false)
final class TestCommand implements Callable<Integer> {

    private static final int NOT_AS_EXPECTED = 1;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private SimulatorCommand command;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files")
    private List<Path> files;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Write a report in the format of JUnit there")
    private Path junitXml;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description =
                    "Play on a simulator that runs there, for example http://localhost:8088, which forgets its calls"
                            + " first; options of the simulator have no effect")
    private URI connect;

    @Override
    public Integer call() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Path file : files) {
            try {
                scenarios.add(scenarioOptions.read(file));
            } catch (IllegalArgumentException e) {
                mistakes.add(e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            mistakes.forEach(spec.commandLine().getErr()::println);
            return ExitCode.USAGE;
        }
        List<ScenarioReport> reports;
        try {
            reports = connect == null ? play(scenarios) : playElsewhere(scenarios);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // a port that is in use, or a clock that does not suit: nothing about the application
            spec.commandLine().getErr().println("callautomation-simulator: " + e.getMessage());
            return ExitCode.USAGE;
        }
        long failed = reports.stream().filter(report -> !report.passed()).count();
        print(reports.size() + (reports.size() == 1 ? " scenario, " : " scenarios, ") + failed + " failed");
        if (junitXml != null) {
            JUnitXml.write(reports, junitXml);
        }
        return failed == 0 ? ExitCode.OK : NOT_AS_EXPECTED;
    }

    private List<ScenarioReport> play(List<Scenario> scenarios) {
        List<ScenarioReport> reports = new ArrayList<>();
        try (CallAutomationSimulator simulator = command.start(true)) {
            for (Scenario scenario : scenarios) {
                reports.add(play(simulator, scenario));
                print(reports.get(reports.size() - 1).text());
                simulator.endCalls();
                simulator.reset();
            }
        }
        return reports;
    }

    private List<ScenarioReport> playElsewhere(List<Scenario> scenarios) {
        List<ScenarioReport> reports = new ArrayList<>();
        RemoteSimulator simulator = new RemoteSimulator(connect);
        for (Scenario scenario : scenarios) {
            reports.add(simulator.play(Path.of(scenario.file()), scenario.variables()));
            print(reports.get(reports.size() - 1).text());
        }
        return reports;
    }

    private static ScenarioReport play(CallAutomationSimulator simulator, Scenario scenario) {
        try {
            return simulator.run(scenario);
        } catch (ScenarioFailure e) {
            return e.report();
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
