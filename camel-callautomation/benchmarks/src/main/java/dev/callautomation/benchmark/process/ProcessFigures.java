package dev.callautomation.benchmark.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * What a process has used since its start.
 *
 * @param cpuNanos       user and system time of all its threads, compilers and collectors included
 * @param allocatedBytes by all threads of Java
 * @param units          units of work that it has done
 * @param residentBytes  memory that the operating system holds for it; 0 where {@code /proc} does not exist
 */
public record ProcessFigures(
        long cpuNanos, long allocatedBytes, long units, long loadedClasses, int threads, long residentBytes) {

    static ProcessFigures now(long allocatedBytes, long units) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ProcessFigures(
                system.getProcessCpuTime(),
                allocatedBytes,
                units,
                ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                resident());
    }

    /** Bytes of the heap that are in use after a collection. */
    static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
