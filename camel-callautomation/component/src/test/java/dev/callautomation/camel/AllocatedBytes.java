package dev.callautomation.camel;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.ThreadMXBean;

/**
 * Measures what the threads of this JVM allocate for a unit of work: a figure that hardly varies, on a busy machine neither.
 * Without the second compiler, as in the build, nothing is optimized away, so it is larger than in production.
 */
public final class AllocatedBytes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCHES = 3;

    private AllocatedBytes() {}

    /** Work to be measured; it has ended when this returns. */
    @FunctionalInterface
    public interface Batch {
        void run(int units) throws Exception;
    }

    /**
     * The bytes of a unit: the smallest of several batches, as what else happens in the JVM only adds. A first batch, which
     * loads classes and fills caches, is not counted.
     *
     * @param without threads that do not count, such as those of a client that sends the load
     * @param units   of a batch
     */
    public static long perUnit(Collection<Thread> without, int units, Batch batch) throws Exception {
        batch.run(units);
        Set<Long> excluded = without.stream().map(Thread::getId).collect(Collectors.toSet());
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < BATCHES; i++) {
            Map<Long, Long> before = now();
            batch.run(units);
            long bytes = 0;
            for (Map.Entry<Long, Long> thread : now().entrySet()) {
                if (!excluded.contains(thread.getKey())) {
                    bytes += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
                }
            }
            smallest = Math.min(smallest, bytes / units);
        }
        return smallest;
    }

    private static Map<Long, Long> now() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> all = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            all.put(ids[i], Math.max(0, bytes[i]));
        }
        return all;
    }
}
