package dev.callautomation.simulator.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import dev.callautomation.simulator.SimulatorMemory;
import dev.callautomation.simulator.SimulatorOptions;

/** How much the simulator keeps. */
final class MemoryOptions {

    private static final SimulatorMemory BY_DEFAULT =
            SimulatorOptions.defaults().memory();

    @Option(
            names = "--active-calls",
            scope = ScopeType.INHERIT,
            paramLabel = "CALLS",
            description = "Calls that may go on at once; another one is refused. Default: ${DEFAULT-VALUE}")
    private int activeCalls = BY_DEFAULT.activeCalls();

    @Option(
            names = "--ended-calls",
            scope = ScopeType.INHERIT,
            paramLabel = "CALLS",
            description = "Ended calls that are remembered, with their timelines. Default: ${DEFAULT-VALUE}")
    private int endedCalls = BY_DEFAULT.endedCalls();

    @Option(
            names = "--timeline-entries",
            scope = ScopeType.INHERIT,
            paramLabel = "ENTRIES",
            description = "Entries of timelines that are kept, of all calls. Default: ${DEFAULT-VALUE}")
    private int timelineEntries = BY_DEFAULT.timelineEntries();

    @Option(
            names = "--timeline-megabytes",
            scope = ScopeType.INHERIT,
            paramLabel = "MB",
            description = "Headers and bodies that timelines keep, 0 for none. Default: ${DEFAULT-VALUE}")
    private int timelineMegabytes = BY_DEFAULT.timelineMegabytes();

    @Option(
            names = "--pending-deliveries",
            scope = ScopeType.INHERIT,
            paramLabel = "EVENTS",
            description =
                    "Events that may wait for their delivery until requests are refused. Default: ${DEFAULT-VALUE}")
    private int pendingDeliveries = BY_DEFAULT.pendingDeliveries();

    @Option(
            names = "--media-megabytes",
            scope = ScopeType.INHERIT,
            paramLabel = "MB",
            description = "Texts of prompts that play or wait; another prompt is refused. Default: ${DEFAULT-VALUE}")
    private int mediaMegabytes = BY_DEFAULT.mediaMegabytes();

    SimulatorOptions applyTo(SimulatorOptions options) {
        return options.withActiveCalls(activeCalls)
                .withEndedCalls(endedCalls)
                .withTimelineEntries(timelineEntries)
                .withTimelineMegabytes(timelineMegabytes)
                .withPendingDeliveries(pendingDeliveries)
                .withMediaMegabytes(mediaMegabytes);
    }
}
