package dev.callautomation.benchmark.process;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/** What all threads of this process have allocated, those that have ended included as far as they were seen. */
public final class AllocatedBytes {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> perThread = new HashMap<>();

    public synchronized long total() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                perThread.merge(ids[i], bytes[i], Math::max);
            }
        }
        return perThread.values().stream().mapToLong(Long::longValue).sum();
    }
}
