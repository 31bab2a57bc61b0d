package dev.callautomation.simulator;

/**
 * How much a simulator keeps. The defaults hold 10,000 calls at once in a heap of 256 MB.
 *
 * @param activeCalls calls that may go on at once; another one is refused with 429; default 20,000
 * @param endedCalls ended calls that are remembered, with their timelines; default 1,000
 * @param timelineEntries entries of the timelines of all calls, with 512 bytes of text on average; the oldest are
 *     dropped; default 100,000
 * @param timelineMegabytes headers and bodies that timelines keep; the oldest are dropped; default 32
 * @param pendingDeliveries events, of 2 KB on average, that may wait for their delivery until requests are refused with
 *     429; default 30,000
 * @param mediaMegabytes texts and addresses of prompts that play or wait, in all calls; another one is refused with 429;
 *     default 32
 */
public record SimulatorMemory(
        int activeCalls,
        int endedCalls,
        int timelineEntries,
        int timelineMegabytes,
        int pendingDeliveries,
        int mediaMegabytes) {

    static final SimulatorMemory DEFAULT = new SimulatorMemory(20_000, 1_000, 100_000, 32, 30_000, 32);

    public SimulatorMemory {
        atLeast(1, "activeCalls", activeCalls);
        atLeast(1, "endedCalls", endedCalls);
        atLeast(1, "timelineEntries", timelineEntries);
        atLeast(0, "timelineMegabytes", timelineMegabytes);
        atLeast(1, "pendingDeliveries", pendingDeliveries);
        atLeast(1, "mediaMegabytes", mediaMegabytes);
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }

    SimulatorMemory withActiveCalls(int value) {
        return new SimulatorMemory(
                value, endedCalls, timelineEntries, timelineMegabytes, pendingDeliveries, mediaMegabytes);
    }

    SimulatorMemory withEndedCalls(int value) {
        return new SimulatorMemory(
                activeCalls, value, timelineEntries, timelineMegabytes, pendingDeliveries, mediaMegabytes);
    }

    SimulatorMemory withTimelineEntries(int value) {
        return new SimulatorMemory(
                activeCalls, endedCalls, value, timelineMegabytes, pendingDeliveries, mediaMegabytes);
    }

    SimulatorMemory withTimelineMegabytes(int value) {
        return new SimulatorMemory(activeCalls, endedCalls, timelineEntries, value, pendingDeliveries, mediaMegabytes);
    }

    SimulatorMemory withPendingDeliveries(int value) {
        return new SimulatorMemory(activeCalls, endedCalls, timelineEntries, timelineMegabytes, value, mediaMegabytes);
    }

    SimulatorMemory withMediaMegabytes(int value) {
        return new SimulatorMemory(
                activeCalls, endedCalls, timelineEntries, timelineMegabytes, pendingDeliveries, value);
    }
}
