package dev.callautomation.simulator.cli;

import java.io.PrintWriter;
import java.util.Map;

import picocli.CommandLine;

/** Starts the simulator from a command line. */
public final class Main {

    private Main() {}

    /**
     * Exit codes: 0 after a clean stop, {@code --help} or {@code --version}, 1 when it cannot start, 2 for a wrong option.
     * {@code test} has 1 for a scenario that is not as expected, and 2 for all else.
     */
    public static void main(String[] args) {
        // before the first logger exists: warnings only, on standard error, so that the line on standard output stands
        // alone
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.exit(run(args, System.getenv(), new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new SimulatorCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, result) -> {
                    command.getErr().println("callautomation-simulator: " + problem.getMessage());
                    return 1;
                });
        OptionSources.unknown(environment).forEach(name -> line.getErr()
                .println("callautomation-simulator: the variable " + name + " is no option and is ignored"));
        try {
            return line.execute(OptionSources.complete(args, environment));
        } catch (CommandLine.ParameterException e) {
            line.getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
