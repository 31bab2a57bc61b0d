package dev.callautomation.simulator.cli;

import picocli.CommandLine;

/** Starts the simulator from a command line. */
public final class Main {

    private Main() {}

    /** Exit codes: 0 after a clean stop or {@code --help}, 1 when it cannot start, 2 for a wrong option. */
    public static void main(String[] args) {
        // before the first logger exists: warnings only, on standard error, so that the line on standard output stands
        // alone
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int exit = new CommandLine(new SimulatorCommand())
                .setExecutionExceptionHandler((problem, command, result) -> {
                    command.getErr().println("callautomation-simulator: " + problem.getMessage());
                    return 1;
                })
                .execute(args);
        System.exit(exit);
    }
}
