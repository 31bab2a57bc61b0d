package dev.callautomation.simulator;

/**
 * How much a simulator keeps. The defaults hold 10,000 calls at once in a heap of 256 MB.
 *
 * @param activeCalls calls that may go on at once; another one is refused with 429; default 20,000
 * @param endedCalls ended calls that are remembered, with their timelines; default 1,000
 * @param timelineEntries entries of the timelines of all calls; the oldest are dropped; default 100,000
 * @param timelineMegabytes headers and bodies that timelines keep; the oldest are dropped; default 32
 * @param pendingDeliveries events that may wait for their delivery until requests are refused with 429; default 30,000
 */
public record SimulatorMemory(
        int activeCalls, int endedCalls, int timelineEntries, int timelineMegabytes, int pendingDeliveries) {

    static final SimulatorMemory DEFAULT = new SimulatorMemory(20_000, 1_000, 100_000, 32, 30_000);

    public SimulatorMemory {
        if (activeCalls < 1 || endedCalls < 1 || timelineEntries < 1 || pendingDeliveries < 1) {
            throw new IllegalArgumentException(
                    "activeCalls, endedCalls, timelineEntries and pendingDeliveries must be positive");
        }
        if (timelineMegabytes < 0) {
            throw new IllegalArgumentException("timelineMegabytes must not be negative");
        }
    }

    SimulatorMemory withActiveCalls(int value) {
        return new SimulatorMemory(value, endedCalls, timelineEntries, timelineMegabytes, pendingDeliveries);
    }

    SimulatorMemory withEndedCalls(int value) {
        return new SimulatorMemory(activeCalls, value, timelineEntries, timelineMegabytes, pendingDeliveries);
    }

    SimulatorMemory withTimelineEntries(int value) {
        return new SimulatorMemory(activeCalls, endedCalls, value, timelineMegabytes, pendingDeliveries);
    }

    SimulatorMemory withTimelineMegabytes(int value) {
        return new SimulatorMemory(activeCalls, endedCalls, timelineEntries, value, pendingDeliveries);
    }

    SimulatorMemory withPendingDeliveries(int value) {
        return new SimulatorMemory(activeCalls, endedCalls, timelineEntries, timelineMegabytes, value);
    }
}
