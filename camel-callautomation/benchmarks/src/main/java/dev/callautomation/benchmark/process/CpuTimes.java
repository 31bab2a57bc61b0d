package dev.callautomation.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * CPU time of the machine and of some of its processes, in ticks of the kernel.
 *
 * @param total of all processors, idle or not
 * @param busy  of all processors, without idle and waiting for disks
 * @param own   of the processes of the run
 */
public record CpuTimes(long total, long busy, long own) {

    private static final CpuTimes UNKNOWN = new CpuTimes(0, 0, 0);

    /** The times until now; all 0 where {@code /proc} does not exist. */
    public static CpuTimes now(Collection<Long> pids) {
        try {
            return of(
                    Files.readString(Path.of("/proc/stat")),
                    pids.stream().mapToLong(CpuTimes::ofProcess).sum());
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** Reads {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal; the guests' are in the first two. */
    static CpuTimes of(String stat, long own) {
        long[] times = Stream.of(stat.lines().findFirst().orElseThrow().trim().split(" +"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        long total = 0;
        for (long time : times) {
            total += time;
        }
        return new CpuTimes(total, total - times[3] - times[4], own);
    }

    private static long ofProcess(long pid) {
        try {
            return ofProcess(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException e) {
            // it has ended
            return 0;
        }
    }

    /**
     * Reads {@code /proc/PID/stat}: user and system time, and those of its children that have ended, are the 14th to the 17th
     * value; the second one may hold spaces.
     */
    static long ofProcess(String stat) {
        return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                .skip(11)
                .limit(4)
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** The part of the machine that other processes used since then, from 0 to 1; empty if it is unknown. */
    public OptionalDouble foreignShareSince(CpuTimes start) {
        long elapsed = total - start.total;
        if (elapsed <= 0) {
            return OptionalDouble.empty();
        }
        long foreign = busy - start.busy - (own - start.own);
        return OptionalDouble.of(Math.max(0, foreign) / (double) elapsed);
    }
}
