package dev.callautomation.simulator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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

/** Plays a scenario for people to look at. */
@Command(
        name = "run",
        description = "Plays a scenario, in real time unless the file or --virtual-time says otherwise, and prints what"
                + " happens. What is expected is waited for, and nothing fails: the report says what did not come.",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private SimulatorCommand command;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Parameters(paramLabel = "FILE", description = "Scenario file")
    private Path file;

    @Option(names = "--keep", description = "Keep the simulator running afterwards, until it is stopped")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        Scenario scenario;
        try {
            scenario = scenarioOptions.read(file);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
        boolean virtual = scenario.virtualTime().orElse(false);
        PrintWriter out = spec.commandLine().getOut();
        String report;
        try (CallAutomationSimulator simulator = command.start(virtual)) {
            simulator.onTimeline(entry -> {
                out.println(entry.time() + "  " + entry.description());
                out.flush();
            });
            report = simulator.run(scenario.unchecked()).text();
            if (keep) {
                out.println(report);
                out.println("Still running. Ctrl-C ends it.");
                out.flush();
                SimulatorCommand.runUntilStopped(simulator);
            }
            simulator.endCalls();
        }
        // when the simulator is closed, the last entries have been printed
        out.println(report);
        out.flush();
        return ExitCode.OK;
    }
}
